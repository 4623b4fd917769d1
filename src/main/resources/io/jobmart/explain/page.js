// The page works without this: marks and rows link to each other, and each mark has a title. This shows a mark's values
// beside it, and marks all words of a row.
(function () {
  'use strict';
  var tip = document.getElementById('tip');
  var narrow = window.matchMedia('(max-width: 700px)');
  var lit = [];
  var pinned = null;

  function marksOf(article, number) {
    return article.querySelectorAll('.f[data-f~="' + number + '"]');
  }

  function rowsOf(mark) {
    var article = mark.closest('article');
    return mark.dataset.f.split(' ').map(function (number) {
      return document.getElementById(article.id + '-f' + number);
    });
  }

  function dim() {
    lit.forEach(function (element) { element.classList.remove('on'); });
    lit = [];
  }

  function light(elements) {
    elements.forEach(function (element) {
      element.classList.add('on');
      lit.push(element);
    });
  }

  function flash(elements) {
    elements.forEach(function (element) {
      element.classList.add('flash');
      setTimeout(function () { element.classList.remove('flash'); }, 1600);
    });
  }

  function hide() {
    tip.hidden = true;
    tip.classList.remove('pinned');
    pinned = null;
    dim();
  }

  function show(mark, pin) {
    var rows = rowsOf(mark);
    dim();
    light(rows);
    light(Array.from(marksOf(mark.closest('article'), mark.dataset.f.split(' ')[0])));
    tip.replaceChildren();
    rows.forEach(function (row) {
      var line = document.createElement('div');
      [row.querySelector('.field'), row.querySelector('b')].concat(Array.from(row.querySelectorAll('.standing, code')))
        .forEach(function (part) {
          line.append(part.cloneNode(true), ' ');
        });
      if (pin && narrow.matches) {
        var link = document.createElement('a');
        link.href = '#' + row.id;
        link.textContent = 'in the table';
        line.append(link);
      }
      tip.append(line);
    });
    tip.classList.toggle('pinned', pin);
    tip.hidden = false;
    pinned = pin ? mark : null;
    if (narrow.matches) {
      tip.style.left = tip.style.top = '';
      return;
    }
    var box = mark.getClientRects()[0];
    var left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    var below = box.bottom + 8 + tip.offsetHeight < document.documentElement.clientHeight;
    tip.style.left = Math.max(8, left) + 'px';
    tip.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - tip.offsetHeight - 8)) + 'px';
  }

  document.querySelectorAll('.f[title]').forEach(function (mark) { mark.removeAttribute('title'); });

  document.addEventListener('mouseover', function (event) {
    var mark = event.target.closest('a.f');
    var row = event.target.closest('tr[data-f]');
    if (mark && !pinned) {
      show(mark, false);
    } else if (row && !pinned) {
      dim();
      light(Array.from(marksOf(row.closest('article'), row.dataset.f)));
    } else if (!pinned) {
      hide();
    }
  });
  document.addEventListener('focusin', function (event) {
    var mark = event.target.closest('a.f');
    if (mark && mark.matches(':focus-visible')) {
      show(mark, false);
    }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      hide();
    }
  });
  document.addEventListener('scroll', function () {
    if (pinned && !narrow.matches) {
      hide();
    }
  }, { passive: true });

  document.addEventListener('click', function (event) {
    var mark = event.target.closest('a.f');
    var row = event.target.closest('tr[data-f]');
    if (mark) {
      event.preventDefault();
      if (pinned === mark) {
        hide();
        return;
      }
      show(mark, true);
      if (!narrow.matches) {
        var first = rowsOf(mark)[0];
        var panel = first.closest('.findings');
        panel.scrollTop += first.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
        flash(rowsOf(mark));
      }
      if (event.detail === 0) {
        // By key: the focus follows to the row, whose link leads back.
        var back = rowsOf(mark)[0].querySelector('.words a');
        back.focus({ preventScroll: !narrow.matches });
      }
      return;
    }
    if (event.target.closest('#tip a')) {
      hide();
    } else if (row && !String(window.getSelection())) {
      var marks = Array.from(marksOf(row.closest('article'), row.dataset.f));
      if (marks.length) {
        event.preventDefault();
        hide();
        marks[0].scrollIntoView({ block: 'center' });
        if (event.detail === 0) {
          marks[0].focus({ preventScroll: true });
        }
        flash(marks);
      }
    } else if (!event.target.closest('#tip')) {
      hide();
    }
  });
})();
