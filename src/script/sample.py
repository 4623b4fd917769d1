#!/usr/bin/env python3
"""Makes the sample dump in src/sample: postings of invented employers in every shape that `load` reads.

The dump is committed; run this only to change it. Same script, same bytes: the only source of chance is a fixed seed.
    python3 src/script/sample.py
"""
import html
import json
import pathlib
import random
import shutil
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent / "sample"
chance = random.Random(20260301)

# name, legal form, industry, [(city, region, country)], country of pay, text about it
COMPANIES = [
    ("Tarnbeck Systems", "Inc.", "Software", [("Denver", "CO", "US"), ("Austin", "TX", "US")], "US",
     "Tarnbeck Systems builds scheduling software for hospitals. Founded in 2011, we have raised $85 million and serve 400 clinics."),
    ("Quillhaven", "LLC", "Education", [("Boston", "MA", "US")], "US",
     "Quillhaven publishes learning material for schools. Our team of 120 people has 30 years of experience in the classroom."),
    ("Ostermoor Logistik", "GmbH", "Logistics", [("Hamburg", "HH", "DE"), ("Bremen", "HB", "DE")], "DE",
     "Die Ostermoor Logistik GmbH bewegt seit 1974 Waren durch ganz Europa. Bei uns arbeiten 800 Menschen."),
    ("Lichtfeld Energie", "AG", "Energy", [("Leipzig", "SN", "DE"), ("Berlin", "BE", "DE")], "DE",
     "Lichtfeld Energie plant und betreibt Solarparks. Wir sind ein Team von 250 Kolleginnen und Kollegen."),
    ("Maison Vauclair", "SAS", "Retail", [("Lyon", "ARA", "FR"), ("Paris", "IDF", "FR")], "FR",
     "Maison Vauclair conçoit du mobilier durable depuis 1998. Nous sommes 340 collaborateurs en France."),
    ("Clinique des Tilleuls", None, "Health care", [("Nantes", "PDL", "FR")], "FR",
     "La Clinique des Tilleuls accueille 12 000 patients par an. Notre équipe soignante compte 180 personnes."),
    ("Fjellmark Robotics", "Ltd", "Manufacturing", [("Manchester", "ENG", "GB"), ("Bristol", "ENG", "GB")], "GB",
     "Fjellmark Robotics makes grippers for food factories. We ship to 22 countries."),
    ("Pinecrest Valley Clinic", None, "Health care", [("Portland", "OR", "US")], "US",
     "Pinecrest Valley Clinic has cared for families since 1962. We see 90,000 patients a year."),
    ("Harrowmere Bank", "plc", "Finance", [("London", "ENG", "GB"), ("Edinburgh", "SCT", "GB")], "GB",
     "Harrowmere Bank looks after £40 billion of savings. We are proud of our people."),
    ("Bluefern Analytics", "Inc.", "Software", [("Toronto", "ON", "CA"), ("Vancouver", "BC", "CA")], "CA",
     "Bluefern Analytics, a Tarnbeck Systems company, turns sensor data into forecasts for farms."),
    ("Stonebridge Talent", "LLC", "Staffing", [("Chicago", "IL", "US")], "US",
     "Stonebridge Talent is a recruiting agency for engineers and finance staff."),
    ("Copperline Builders", "Inc.", "Construction", [("Phoenix", "AZ", "US"), ("San Diego", "CA", "US")], "US",
     "Copperline Builders puts up schools and hospitals across the Southwest."),
]

# key: language, titles, field of study, yearly pay in thousands, skills asked, skills nice to have, duties, demands
ROLES = {
    "backend": ("en", ["Backend Engineer", "Senior Backend Engineer", "Software Engineer", "Staff Software Engineer"],
        "Computer Science", (115, 185), ["Java", "Spring Boot", "PostgreSQL", "Kafka", "REST APIs", "Docker", "Python"],
        ["Kubernetes", "Go", "Terraform", "GraphQL"],
        ["Design and build services that other teams rely on", "Review code and write tests before features",
         "Share the on-call rota with five colleagues", "Keep our interfaces documented"],
        ["Solid understanding of relational databases", "You can explain a trade-off to people who don't write code"]),
    "data-engineer": ("en", ["Data Engineer", "Senior Data Engineer", "Analytics Engineer"],
        "Computer Science", (110, 170), ["Python", "SQL", "Apache Spark", "Airflow", "dbt", "Snowflake"],
        ["Scala", "Kafka", "Databricks", "Terraform"],
        ["Build pipelines from raw files to tables that analysts trust", "Model facts and dimensions",
         "Watch cost and quality of our warehouse"],
        ["Experience with data modeling", "Strong communication skills"]),
    "ml": ("en", ["Machine Learning Engineer", "Senior Machine Learning Engineer", "Data Scientist"],
        "Computer Science, Statistics or Mathematics", (125, 195), ["Python", "PyTorch", "scikit-learn", "SQL", "machine learning"],
        ["TensorFlow", "MLflow", "AWS", "computer vision"],
        ["Train, evaluate and ship models", "Work with product managers on what to measure",
         "Write down what did not work, too"],
        ["Sound knowledge of statistics", "Ability to work independently"]),
    "frontend": ("en", ["Frontend Developer", "Senior Frontend Engineer", "Full Stack Developer"],
        "Computer Science", (95, 150), ["JavaScript", "TypeScript", "React", "HTML", "CSS"],
        ["Node.js", "Next.js", "Figma", "Cypress"],
        ["Turn designs into pages that load fast", "Care for accessibility", "Pair with designers"],
        ["An eye for detail", "Experience with automated testing"]),
    "devops": ("en", ["DevOps Engineer", "Site Reliability Engineer", "Cloud Engineer"],
        "Computer Science", (120, 175), ["AWS", "Kubernetes", "Terraform", "Linux", "CI/CD", "Python"],
        ["Prometheus", "Ansible", "Azure", "Go"],
        ["Run our clusters and make releases boring", "Lead reviews after incidents", "Automate what is done twice"],
        ["Experience with on-call work", "You write clear runbooks"]),
    "analyst": ("en", ["Data Analyst", "Business Analyst", "Junior Data Analyst"],
        "Economics, Statistics or a related field", (60, 95), ["SQL", "Microsoft Excel", "Tableau"],
        ["Python", "Power BI", "Looker"],
        ["Answer questions of sales and finance with numbers", "Build dashboards that people open twice"],
        ["Curiosity and attention to detail", "Strong communication skills"]),
    "product": ("en", ["Product Manager", "Senior Product Manager"],
        "Business", (105, 165), ["Jira", "SQL", "A/B testing", "Scrum"], ["Figma", "Amplitude"],
        ["Own a roadmap from problem to release", "Talk to customers every week"],
        ["Experience with discovery and prioritisation", "Leadership without authority"]),
    "designer": ("en", ["UX Designer", "Senior Product Designer"],
        "Design", (85, 135), ["Figma", "prototyping", "user research"], ["HTML", "CSS", "Adobe Illustrator"],
        ["Draw, test and refine flows", "Keep our design system in order"],
        ["A portfolio that shows how you think"]),
    "marketing": ("en", ["Marketing Manager", "Content Marketing Specialist", "SEO Specialist"],
        "Marketing", (55, 95), ["SEO", "Google Analytics", "HubSpot"], ["Google Ads", "Salesforce", "WordPress"],
        ["Plan campaigns and learn from them", "Write pages that people read to the end"],
        ["Excellent writing skills"]),
    "accountant": ("en", ["Accountant", "Senior Accountant", "Financial Analyst"],
        "Accounting or Finance", (58, 98), ["GAAP", "Microsoft Excel", "QuickBooks", "month-end close"],
        ["NetSuite", "SAP", "CPA"],
        ["Close the books each month", "Reconcile accounts and explain differences", "Prepare audits"],
        ["High integrity", "Attention to detail"]),
    "sales": ("en", ["Account Executive", "Sales Development Representative"],
        "Business", (50, 90), ["Salesforce", "negotiation", "cold calling"], ["HubSpot", "LinkedIn Sales Navigator"],
        ["Find customers and keep them", "Forecast honestly"],
        ["Resilience and a sense of humour"]),
    "nurse": ("en", ["Registered Nurse", "Nurse Practitioner"],
        "Nursing", (72, 110), ["BLS", "patient assessment", "Epic"], ["ACLS", "telemetry"],
        ["Care for patients before and after surgery", "Keep charts complete", "Teach patients and families"],
        ["Current state RN license", "Ability to lift 50 pounds"]),
    "electrician": ("en", ["Electrician", "Journeyman Electrician"],
        "Electrical Technology", (52, 84), ["electrical wiring", "National Electrical Code", "blueprint reading"],
        ["PLC programming", "OSHA 10"],
        ["Install and mend wiring in schools and hospitals", "Read plans and mark changes"],
        ["Valid driver's license", "Willingness to travel up to 25%"]),
    "teacher": ("en", ["Mathematics Teacher", "Science Teacher"],
        "Education", (48, 78), ["lesson planning", "classroom management"], ["Google Classroom", "special education"],
        ["Teach five classes a day", "Meet parents twice a year"],
        ["State teaching certificate", "Patience"]),
    "mechanical": ("en", ["Mechanical Engineer", "Manufacturing Engineer"],
        "Mechanical Engineering", (75, 120), ["SolidWorks", "GD&T", "CNC machining"], ["Lean manufacturing", "Six Sigma", "Python"],
        ["Design fixtures and grippers", "Take parts from drawing to series"],
        ["Hands-on workshop experience"]),
    "entwickler": ("de", ["Softwareentwickler (m/w/d)", "Senior Java-Entwickler (m/w/d)", "Data Engineer (m/w/d)"],
        "Informatik", (58, 88), ["Java", "Spring Boot", "SQL", "Docker", "Git"], ["Kubernetes", "Kafka", "AWS"],
        ["Entwicklung und Betrieb unserer Dienste", "Abstimmung mit den Fachbereichen", "Durchsicht von Code"],
        ["Freude an sauberem Code", "Teamfähigkeit"]),
    "pflege": ("de", ["Pflegefachkraft (m/w/d)"], "Pflege", (38, 52), ["Wundversorgung"], ["Palliativpflege"],
        ["Pflege und Begleitung unserer Bewohner", "Führen der Pflegedokumentation"],
        ["Einfühlungsvermögen", "Bereitschaft zum Schichtdienst"]),
    "buchhalter": ("de", ["Buchhalter (m/w/d)", "Bilanzbuchhalter (w/m/d)"], "Betriebswirtschaft", (45, 65),
        ["DATEV", "HGB", "Microsoft Excel"], ["SAP", "IFRS"],
        ["Bearbeitung der Debitoren und Kreditoren", "Mitwirkung beim Jahresabschluss"], ["Sorgfältige Arbeitsweise"]),
    "lagerist": ("de", ["Fachkraft für Lagerlogistik (m/w/d)"], "Lagerlogistik", (32, 42), ["SAP", "Gabelstaplerschein"],
        ["Englisch"], ["Annahme und Prüfung von Waren", "Zusammenstellen von Lieferungen"], ["Zuverlässigkeit"]),
    "developpeur": ("fr", ["Développeur Full Stack (H/F)", "Développeuse / Développeur Java (F/H)", "Ingénieur DevOps H/F"],
        "informatique", (42, 62), ["JavaScript", "React", "Node.js", "Docker", "Git"], ["Kubernetes", "TypeScript", "AWS"],
        ["Concevoir et développer nos services", "Relire le code de vos collègues", "Documenter nos interfaces"],
        ["Esprit d'équipe"]),
    "comptable": ("fr", ["Comptable (H/F)", "Contrôleur de gestion (H/F)"], "comptabilité", (34, 50),
        ["Excel", "Sage", "comptabilité générale"], ["SAP", "IFRS"],
        ["Tenir la comptabilité courante", "Préparer les clôtures mensuelles"], ["Rigueur et discrétion"]),
    "infirmier": ("fr", ["Infirmier diplômé d'État (H/F)"], "soins infirmiers", (30, 42), ["soins infirmiers"], ["soins palliatifs"],
        ["Assurer les soins et la surveillance des patients", "Tenir à jour les dossiers"], ["Sens de l'écoute"]),
}

WORDS = {
    "en": dict(duties="What you will do", must="Requirements", nice="Nice to have", offer="What we offer", about="About us",
               years="{n}+ years of experience with {skill}", range="{n}-{m} years of relevant experience",
               degree="Bachelor's degree in {field} or equivalent experience", know="Experience with {skills}",
               good="Familiarity with {skills} is a plus", english="Fluency in English",
               benefits=["Health insurance and 25 days of leave", "A budget of $1,500 a year for books and courses"]),
    "de": dict(duties="Ihre Aufgaben", must="Ihr Profil", nice="Von Vorteil", offer="Wir bieten", about="Über uns",
               years="Mindestens {n} Jahre Berufserfahrung mit {skill}", range="{n}-{m} Jahre Berufserfahrung",
               degree="Abgeschlossenes Studium der {field} oder vergleichbare Qualifikation", know="Erfahrung mit {skills}",
               good="Kenntnisse in {skills} sind von Vorteil", english="Sehr gute Deutschkenntnisse und gute Englischkenntnisse",
               benefits=["30 Tage Urlaub und flexible Arbeitszeiten", "Betriebliche Altersvorsorge"]),
    "fr": dict(duties="Vos missions", must="Profil recherché", nice="Serait un plus", offer="Nous offrons", about="Qui sommes-nous ?",
               years="Au moins {n} ans d'expérience avec {skill}", range="{n} à {m} ans d'expérience",
               degree="Diplôme Bac+5 en {field}", know="Maîtrise de {skills}",
               good="La connaissance de {skills} serait un plus", english="Anglais courant",
               benefits=["Tickets restaurant et RTT", "Mutuelle prise en charge à 80 %"]),
}
ANDS = {"en": "and", "de": "und", "fr": "et"}
SIGN = {"US": "$", "CA": "CA$", "GB": "£", "DE": "€", "FR": "€"}
CODE = {"US": "USD", "CA": "CAD", "GB": "GBP", "DE": "EUR", "FR": "EUR"}
RATE = {"US": 1.0, "CA": 1.05, "GB": 0.62, "DE": 1.0, "FR": 1.0}
COUNTRY = {"US": "United States", "CA": "Canada", "GB": "United Kingdom", "DE": "Germany", "FR": "France"}
LANGUAGE_OF = {"DE": "de", "FR": "fr"}


def listing(items, word):
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {word} " + items[-1]


def posting(number):
    """One posting as plain values; the writers below give it a shape."""
    company = chance.choice(COMPANIES)
    name, legal, industry, places, country, about = company
    wanted = LANGUAGE_OF.get(country, "en")
    keys = [key for key, role in ROLES.items() if role[0] == wanted]
    if industry == "Health care":
        keys = [key for key in keys if key in ("nurse", "infirmier", "analyst", "accountant", "comptable")]
    key = chance.choice(keys)
    language, titles, field, pay, skills, nice, duties, demands = ROLES[key]
    words = WORDS[language]
    title = chance.choice(titles)
    years = chance.choice([1, 2, 3, 3, 5, 5, 7])
    if "Senior" in title or "Staff" in title:
        years = max(years, 5)
    if "Junior" in title:
        years = 1
    asked = chance.sample(skills, min(len(skills), chance.randint(2, 5)))
    extra = chance.sample(nice, min(len(nice), chance.randint(1, 3)))
    must = []
    ladder = language == "en" and chance.random() < 0.12
    if ladder:
        must += [f"Bachelor's degree in {field} and {years + 2}+ years of experience", "OR",
                 f"Master's degree in {field} and {years}+ years of experience", "OR",
                 f"PhD in {field} and {max(1, years - 2)}+ years of experience"]
    else:
        if chance.random() < 0.6:
            must.append(words["degree"].format(field=field))
        style = chance.random()
        if style < 0.6:
            must.append(words["years"].format(n=years, skill=asked[0]))
        elif style < 0.85:
            must.append(words["range"].format(n=years, m=years + 2))
    must.append(words["know"].format(skills=listing(asked, ANDS[language])))
    must += chance.sample(demands, len(demands))
    if chance.random() < 0.35:
        must.append(words["english"])
    preferred = [words["good"].format(skills=listing(extra, ANDS[language]))]
    mode = chance.choices(["REMOTE", "HYBRID", "ONSITE", None], [30, 15, 20, 35])[0]
    if key in ("nurse", "electrician", "teacher", "pflege", "lagerist", "infirmier", "mechanical"):
        mode = chance.choice(["ONSITE", None])
    low = round(pay[0] * RATE[country] * chance.uniform(0.9, 1.1))
    high = round(low * chance.uniform(1.15, 1.4))
    style = chance.choices(["none", "text", "chip", "hourly", "competitive"], [25, 35, 20, 8, 12])[0]
    date = f"2026-{chance.randint(1, 3):02d}-{chance.randint(1, 28):02d}"
    return dict(number=number, company=name, legal=legal, industry=industry, about=about, country=country, language=language,
                place=chance.choice(places), title=title, duties=chance.sample(duties, len(duties)), must=must,
                preferred=preferred, mode=mode, low=low, high=high, pay=style, date=date, words=words, ladder=ladder,
                contract=chance.random() < 0.1, agency=name == "Stonebridge Talent")


def pay_sentence(p):
    sign, low, high = SIGN[p["country"]], p["low"], p["high"]
    if p["pay"] == "text":
        if p["language"] == "de":
            return f"Wir zahlen {low}.000 bis {high}.000 € brutto im Jahr."
        if p["language"] == "fr":
            return f"Salaire : {low} 000 € à {high} 000 € brut par an."
        return f"The base salary range for this role is {sign}{low},000 - {sign}{high},000 per year."
    if p["pay"] == "hourly":
        a, b = round(p["low"] / 2.08), round(p["high"] / 2.08)
        return {"de": f"Stundenlohn: {a} bis {b} €.", "fr": f"Rémunération : {a} à {b} € de l'heure."}.get(
            p["language"], f"Pay: {sign}{a}–{sign}{b}/hr.")
    if p["pay"] == "competitive":
        return {"de": "Wir bieten ein attraktives Gehalt.", "fr": "Rémunération attractive."}.get(
            p["language"], "We offer a competitive salary.")
    return None


def mode_sentence(p):
    city = p["place"][0]
    sentences = {
        "en": {"REMOTE": "This position is fully remote.", "HYBRID": f"This is a hybrid role: three days a week in our {city} office.",
               "ONSITE": f"This is an on-site position in {city}."},
        "de": {"REMOTE": "Die Stelle ist vollständig remote.", "HYBRID": f"Hybrides Arbeiten: zwei Tage Homeoffice, drei Tage im Büro in {city}.",
               "ONSITE": f"Arbeit vor Ort in {city}."},
        "fr": {"REMOTE": "Poste en télétravail complet.", "HYBRID": f"Poste hybride : trois jours par semaine au bureau de {city}.",
               "ONSITE": f"Poste sur site à {city}."},
    }
    return sentences[p["language"]].get(p["mode"])


def intro(p):
    who = "Our client, a maker of medical devices," if p["agency"] else p["company"]
    return {
        "en": f"{who} is looking for {'an' if p['title'][0] in 'AEIO' else 'a'} {p['title']} to join a small team.",
        "de": f"Wir suchen zum nächstmöglichen Zeitpunkt: {p['title']}.",
        "fr": f"Nous recherchons un ou une {p['title']} pour rejoindre notre équipe.",
    }[p["language"]]


def sections(p):
    w = p["words"]
    offer = list(w["benefits"])
    tail = [s for s in (mode_sentence(p), pay_sentence(p)) if s]
    if p["contract"]:
        tail.append({"en": "This is a 6 month contract position.", "de": "Die Stelle ist auf ein Jahr befristet.",
                     "fr": "Contrat CDD de 12 mois."}[p["language"]])
    inside = chance.random() < 0.5
    if inside:
        offer += tail
    return [(w["duties"], p["duties"], None), (w["must"], p["must"], None), (w["nice"], p["preferred"], None),
            (w["offer"], offer, None), (w["about"], None, p["about"])], [] if inside else tail


def as_markdown(p):
    plain = unicodedata.normalize("NFKD", p["title"].lower()).encode("ascii", "ignore").decode("ascii")
    slug = "".join(c if c.isalnum() else "-" for c in plain).strip("-")
    city, region, country = p["place"]
    chips = []
    if p["pay"] == "chip":
        form = chance.choice(["{c} {l}k~{h}k", "{s}{l}k-{s}{h}k {c}", "{c} {l},000~{h},000"])
        chips.append("`💰 " + form.format(c=CODE[country], s=SIGN[country], l=p["low"], h=p["high"]) + "`")
    where = f"{city}, {region}" if country in ("US", "CA") else f"{city}, {COUNTRY[country]}"
    if p["mode"] == "REMOTE":
        where = chance.choice([f"Remote,{COUNTRY[country]}", f"{country},Remote,{where}", "Remote"])
    chips.append(f"`🌎 {where}`")
    url = f"https://jobs.example.org/apply/{slug}-{40000 + p['number']}"
    lines = [f"# [{p['title']}]({url})  ", f"### {p['company']}  ", "#### " + " ".join(chips) + "  ", "", intro(p), ""]
    parts, tail = sections(p)
    for heading, items, text in parts:
        lines += [chance.choice(["### {}", "**{}:**", "## **{}**"]).format(heading), ""]
        if items:
            lines += ["OR" if item == "OR" else f"  * {item}" for item in items] + [""]
        else:
            lines += [text, ""]
    lines += [line + "\n" for line in tail]
    lines += ["  ", f"## CLICK TO [APPLY]({url})", "", ""]
    return slug, "\n".join(lines)


def as_text(p):
    lines = [f"Job Description: {p['title']}", "", intro(p), ""]
    parts, tail = sections(p)
    for heading, items, text in parts:
        lines += [heading + ":", ""] + (items or [text]) + [""]
    return "\n".join(lines + tail) + "\n"


def as_html(p):
    out = [f"<p>{html.escape(intro(p))}</p>"]
    parts, tail = sections(p)
    for heading, items, text in parts:
        out.append(f"<p><strong>{html.escape(heading)}</strong></p>")
        if items:
            out.append("<ul>" + "".join(f"<li>{html.escape(i)}</li>" for i in items if i != "OR" or p["ladder"]) + "</ul>")
        else:
            out.append(f"<p>{html.escape(text)}</p>")
    out += [f"<p>{html.escape(t)}</p>" for t in tail]
    return "".join(out)


def as_json_ld(p):
    city, region, country = p["place"]
    name = p["company"] + (f" {p['legal']}" if p["legal"] and chance.random() < 0.5 else "")
    posting = {
        "@context": "https://schema.org", "@type": "JobPosting", "title": p["title"], "datePosted": p["date"],
        "description": html.escape(as_html(p)) if chance.random() < 0.7 else as_html(p),
        "hiringOrganization": {"@type": "Organization", "name": name, "sameAs": "https://www." + p["company"].lower().replace(" ", "") + ".example"},
        "identifier": {"@type": "PropertyValue", "name": p["company"], "value": f"J{10000 + p['number']}"},
        "url": f"https://careers.example.com/jobs/{10000 + p['number']}", "industry": p["industry"],
        "employmentType": "CONTRACTOR" if p["contract"] and p["language"] == "en" else "FULL_TIME",
        "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": city, "addressRegion": region, "addressCountry": country}},
    }
    if p["mode"] == "REMOTE":
        posting["jobLocationType"] = "TELECOMMUTE"
        posting["applicantLocationRequirements"] = {"@type": "Country", "name": country}
    if p["pay"] == "chip":
        posting["baseSalary"] = {"@type": "MonetaryAmount", "currency": CODE[country], "value": {
            "@type": "QuantitativeValue", "minValue": p["low"] * 1000, "maxValue": p["high"] * 1000, "unitText": "YEAR"}}
    if chance.random() < 0.3:
        posting["validThrough"] = f"2026-{chance.randint(4, 6):02d}-28T23:59:00Z"
    return posting


def write(path, data):
    target = ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


def mojibake(text, charset):
    """What a program makes of UTF-8 that it takes for another charset; None where a byte has no character there."""
    if charset == "mac_roman":
        return text.encode("utf-8").decode("mac_roman")
    # Browsers read the five bytes that windows-1252 leaves open as control characters.
    return "".join(bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in text.encode("utf-8"))


def main():
    if ROOT.exists():
        shutil.rmtree(ROOT)
    number = 0
    for flavour, count in (("clean", 60), ("windows-1252", 16), ("mac-roman", 16)):
        for _ in range(count):
            number += 1
            slug, text = as_markdown(posting(number))
            if flavour == "windows-1252":
                text = mojibake(text, "cp1252")
            elif flavour == "mac-roman":
                text = mojibake(text, "mac_roman")
            write(f"markdown/{flavour}/{slug}-{number}.md", text)
    for _ in range(8):
        number += 1
        write(f"text/posting-{number}.txt", as_text(posting(number)))
    for _ in range(14):
        number += 1
        write(f"json-ld/J{10000 + number}.json", json.dumps(as_json_ld(posting(number)), ensure_ascii=False, indent=1))
    lines = []
    for _ in range(200):
        number += 1
        p = posting(number)
        lines.append(as_json_ld(p))
        roll = chance.random()
        if roll < 0.04:  # the same record twice in one dump
            lines.append(dict(lines[-1]))
        elif roll < 0.09:  # the same ad under another number
            number += 1
            copy = dict(lines[-1], url=f"https://careers.example.com/jobs/{10000 + number}",
                        identifier={"@type": "PropertyValue", "name": p["company"], "value": f"J{10000 + number}"})
            lines.append(copy)
        elif roll < 0.14:  # nearly the same ad, a line changed
            number += 1
            changed = dict(p, number=number, duties=p["duties"][:-1] + [p["duties"][-1] + ", and learn from it"])
            state = chance.getstate()
            lines.append(as_json_ld(changed))
            chance.setstate(state)
    body = [json.dumps(line, ensure_ascii=chance.random() < 0.5) for line in lines]
    body.insert(37, '{"@context": "https://schema.org", "@type": "JobPosting", "title": "Data Eng')
    body.insert(90, '{"@context": "https://schema.org", "@type": "Product", "name": "Desk lamp"}')
    body.insert(140, '{"@context": "https://schema.org", "@type": "JobPosting", "datePosted": "2026-02-01"}')
    write("careers.jsonl", "\n".join(body) + "\n")
    write("broken/cut-off.json", json.dumps(as_json_ld(posting(9001)))[:900])
    write("broken/logo.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(chance.randrange(256) for _ in range(400)))
    write("broken/empty.md", "")


if __name__ == "__main__":
    main()
