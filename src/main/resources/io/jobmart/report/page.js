// Draws a chart above each table that asks for one, from the table itself. The page is whole without it.
(function () {
  'use strict';
  var whole = d3.format(',.0f');
  var short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format;
  var row = 24;

  // One digit more where there is one: small shares, and steps between them.
  function percent(share) { return d3.format(',.1~f')(100 * share) + ' %'; }
  function colour(name) { return 'var(--' + name + ')'; }

  function read(panel) {
    var table = panel.querySelector('table');
    var columns = Array.from(table.tHead.rows[0].cells, function (cell, i) {
      return { i: i, name: cell.textContent, colour: cell.dataset.colour, share: 'share' in cell.dataset };
    });
    var rows = Array.from(table.tBodies[0].rows, function (line) {
      return Array.from(line.cells, function (cell) {
        return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v);
      });
    });
    return { columns: columns, rows: rows, parts: columns.filter(function (column) { return column.colour; }) };
  }

  // The parts of a row upon each other: from, to, and what to say of each.
  function stack(data) {
    return data.rows.flatMap(function (line, y) {
      var from = 0;
      return data.parts.map(function (part) {
        var value = line[part.i];
        var piece = {
          y: y, from: from, to: from + value, colour: part.colour,
          says: line[0] + '\n' + part.name + ': ' + (part.share ? percent(value) : whole(value))
        };
        from += value;
        return piece;
      });
    }).filter(function (piece) { return piece.to > piece.from; });
  }

  function sum(data, line) {
    return d3.sum(data.parts, function (part) { return line[part.i]; });
  }

  function svg(width, height) {
    return d3.create('svg').attr('width', width).attr('height', height).attr('viewBox', [0, 0, width, height]).attr('role', 'img');
  }

  function pieces(drawing, all) {
    return drawing.append('g').selectAll('rect').data(all).join('rect')
      .attr('class', 'part')
      .style('fill', function (piece) { return colour(piece.colour); })
      .call(function (rects) { rects.append('title').text(function (piece) { return piece.says; }); });
  }

  // Words that must end within a width.
  function fit(text, width) {
    text.each(function () {
      var node = d3.select(this);
      var words = node.text();
      var length = words.length;
      while (length > 1 && this.getComputedTextLength() > width) {
        length--;
        node.text(words.slice(0, length).trimEnd() + '…');
      }
    });
  }

  // Names at the left, one a row, and a scale below.
  function frame(data, width, most, share, right) {
    var longest = d3.max(data.rows, function (line) { return line[0].length; });
    var left = Math.min(longest * 6.6 + 14, width * 0.42);
    var height = data.rows.length * row + 26;
    var x = d3.scaleLinear([0, most || 1], [left, width - right]);
    if (!share) {
      x.nice(5);
    }
    var y = d3.scaleBand(d3.range(data.rows.length), [0, height - 26]).paddingInner(0.25).paddingOuter(0.12);
    var drawing = svg(width, height);
    var ticks = Math.max(2, Math.min(6, (width - left) / 90));
    var at = share ? x.ticks(ticks) : x.ticks(ticks).filter(Number.isInteger);
    drawing.append('g').attr('class', 'grid').selectAll('line').data(at).join('line')
      .attr('x1', x).attr('x2', x).attr('y1', 0).attr('y2', height - 26);
    drawing.append('g').attr('transform', 'translate(0,' + (height - 26) + ')')
      .call(d3.axisBottom(x).tickValues(at).tickSize(0).tickPadding(6).tickFormat(share ? percent : short))
      .select('.domain').remove();
    var names = drawing.append('g').attr('class', 'name').selectAll('text').data(data.rows).join('text')
      .attr('x', left - 8).attr('y', function (line, i) { return y(i) + y.bandwidth() / 2; })
      .attr('dy', '.35em').attr('text-anchor', 'end').text(function (line) { return line[0]; });
    return {
      x: x, y: y, drawing: drawing,
      finish: function () {
        fit(names, left - 10);
        drawing.append('line').attr('class', 'base').attr('x1', x(0)).attr('x2', x(0)).attr('y1', 0).attr('y2', height - 26);
      }
    };
  }

  // A scale at the left, with room for what stands below.
  function plane(width, height, most) {
    var y = d3.scaleLinear([0, most || 1], [height - 26, 8]).nice(4);
    var drawing = svg(width, height);
    var at = y.ticks(4).filter(Number.isInteger);
    drawing.append('g').attr('class', 'grid').selectAll('line').data(at).join('line')
      .attr('x1', 44).attr('x2', width).attr('y1', y).attr('y2', y);
    drawing.append('g').attr('transform', 'translate(44,0)')
      .call(d3.axisLeft(y).tickValues(at).tickSize(0).tickPadding(6).tickFormat(short)).select('.domain').remove();
    return {
      y: y, drawing: drawing,
      finish: function () {
        drawing.append('line').attr('class', 'base').attr('x1', 44).attr('x2', width).attr('y1', y(0)).attr('y2', y(0));
      }
    };
  }

  function columns(data, width, names, placeOf) {
    var height = 240;
    var space = plane(width, height, d3.max(data.rows, function (line) { return sum(data, line); }));
    var x = d3.scaleBand(d3.range(names.length), [48, width]).paddingInner(0.15).paddingOuter(0.1);
    var bar = Math.min(x.bandwidth(), 90);
    var middle = function (place) { return x(place) + x.bandwidth() / 2; };
    pieces(space.drawing, stack(data))
      .attr('x', function (piece) { return middle(placeOf(piece.y)) - bar / 2; }).attr('width', bar)
      .attr('y', function (piece) { return space.y(piece.to); })
      .attr('height', function (piece) { return space.y(piece.from) - space.y(piece.to); });
    var every = Math.max(1, Math.ceil(names.length * (names[0].length * 7 + 34) / (width - 48)));
    space.drawing.append('g').attr('class', 'tick').selectAll('text')
      .data(d3.range(names.length).filter(function (i) { return (names.length - 1 - i) % every === 0; })).join('text')
      .attr('x', function (i) { return Math.min(middle(i), width - names[i].length * 3.2); })
      .attr('y', height - 8).attr('text-anchor', 'middle').text(function (i) { return names[i]; });
    space.finish();
    return space.drawing;
  }

  var draw = {
    bars: function (data, width) {
      var share = data.parts.some(function (part) { return part.share; });
      var most = share ? 1 : d3.max(data.rows, function (line) { return sum(data, line); });
      var space = frame(data, width, most, share, share ? 14 : 50);
      pieces(space.drawing, stack(data))
        .attr('x', function (piece) { return space.x(piece.from); })
        .attr('width', function (piece) { return space.x(piece.to) - space.x(piece.from); })
        .attr('y', function (piece) { return space.y(piece.y); }).attr('height', space.y.bandwidth());
      if (!share) {
        space.drawing.append('g').selectAll('text').data(data.rows).join('text')
          .attr('x', function (line) { return space.x(sum(data, line)) + 5; })
          .attr('y', function (line, i) { return space.y(i) + space.y.bandwidth() / 2; })
          .attr('dy', '.35em').text(function (line) { return whole(sum(data, line)); });
      }
      return space;
    },

    // Months without a row have their place, too.
    months: function (data, width) {
      var month = function (line) { return d3.utcMonth.floor(new Date(line[0].slice(0, 7) + '-01T00:00:00Z')); };
      var first = d3.min(data.rows, month);
      var names = d3.utcMonth.range(first, d3.utcMonth.offset(d3.max(data.rows, month), 1)).map(d3.utcFormat('%b %Y'));
      return { drawing: columns(data, width, names, function (i) { return d3.utcMonth.count(first, month(data.rows[i])); }) };
    },

    columns: function (data, width) {
      return { drawing: columns(data, width, data.rows.map(function (line) { return line[0]; }), function (i) { return i; }) };
    },

    histogram: function (data, width, panel) {
      var height = 180;
      var space = plane(width, height, d3.max(data.rows, function (line) { return line[2]; }));
      var x = d3.scaleLinear([data.rows[0][0], data.rows[data.rows.length - 1][1]], [48, width - 12]);
      pieces(space.drawing, data.rows.map(function (line) {
        return {
          from: line[0], to: line[1], count: line[2], colour: data.parts[0].colour,
          says: whole(line[0]) + ' to ' + whole(line[1]) + '\n' + data.parts[0].name + ': ' + whole(line[2])
        };
      })).attr('x', function (step) { return x(step.from); }).attr('width', function (step) { return x(step.to) - x(step.from); })
        .attr('y', function (step) { return space.y(step.count); })
        .attr('height', function (step) { return space.y(0) - space.y(step.count); });
      space.drawing.append('g').selectAll('line').data(panel.dataset.marks.split(' ').map(Number)).join('line')
        .attr('class', function (mark, i) { return i === 1 ? 'mark middle' : 'mark'; })
        .attr('x1', x).attr('x2', x).attr('y1', 4).attr('y2', space.y(0));
      space.drawing.append('g').attr('transform', 'translate(0,' + (height - 26) + ')')
        .call(d3.axisBottom(x).ticks(Math.max(3, width / 90)).tickSize(0).tickPadding(6).tickFormat(short)).select('.domain').remove();
      space.finish();
      return { drawing: space.drawing };
    },

    changes: function (data, width) {
      // Shares that are all small would lie upon each other on a scale to 100 %.
      var most = d3.max(data.rows, function (line) { return Math.max(line[1], line[2]); });
      var space = frame(data, width, most > 0.5 ? 1 : most * 1.05, true, 14);
      var middle = function (line, i) { return space.y(i) + space.y.bandwidth() / 2; };
      var says = function (line) {
        return line[0] + '\n' + data.parts[0].name + ': ' + percent(line[1]) + '\n' + data.parts[1].name + ': ' + percent(line[2]);
      };
      space.drawing.append('g').selectAll('line').data(data.rows).join('line').attr('class', 'base')
        .attr('x1', function (line) { return space.x(line[1]); }).attr('x2', function (line) { return space.x(line[2]); })
        .attr('y1', middle).attr('y2', middle);
      data.parts.forEach(function (part, k) {
        space.drawing.append('g').selectAll('circle').data(data.rows).join('circle')
          .attr('cx', function (line) { return space.x(line[part.i]); }).attr('cy', middle).attr('r', 4 + 2 * k)
          .attr('class', 'base').style('fill', colour(part.colour)).append('title').text(says);
      });
      return space;
    }
  };

  function legend(data) {
    var list = document.createElement('ul');
    list.className = 'legend';
    data.parts.forEach(function (part) {
      if (data.rows.some(function (line) { return line[part.i] > 0; })) {
        var item = document.createElement('li');
        var swatch = document.createElement('i');
        swatch.style.setProperty('--c', colour(part.colour));
        item.append(swatch, part.name);
        list.append(item);
      }
    });
    return list;
  }

  function show(panel) {
    var data = read(panel);
    var chart = document.createElement('div');
    chart.className = 'chart';
    var details = panel.querySelector('details');
    if (data.parts.length > 1) {
      details.before(legend(data));
    }
    details.before(chart);
    var width = 0;
    function redraw() {
      var now = Math.round(chart.clientWidth);
      if (now === width || now === 0) {
        return;
      }
      width = now;
      var space = draw[panel.dataset.chart](data, width, panel);
      space.drawing.attr('aria-label', panel.querySelector('h3').textContent + '. The figures are in the table below.');
      chart.replaceChildren(space.drawing.node());
      if (space.x && space.finish) {
        space.finish();
      }
    }
    redraw();
    new ResizeObserver(redraw).observe(chart);
  }

  document.querySelectorAll('.panel:not([data-chart=none])').forEach(show);

  // On paper the tables stand open.
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (details) { details.open = false; });
  });
})();
