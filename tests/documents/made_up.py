"""The models and the Word file that nobody has, but that somebody will have: large, hostile, in a style of its own."""

import zipfile

TOWNS = ["Oostdam", "Rijnhof", "Zuiddam", "Noorderhaven", "Westerveen-Middelland", "Duinwijk", "Plassen", "Veenendam"]
FUNCTIONS = ["beleid", "verordening", "beleidsregels", "regie", "toegang", "beschikking", "uitvoering", "bezwaar", "inkoop",
             "toezicht", "werkgeverschap", "facturatie"]
AREAS = ["bouwen", "milieu", "verkeer", "waterbeheer", "onderwijs", "cultuur", "sport", "veiligheid", "economie", "wonen"]
KINDS = ["vergunningen", "meldingen", "subsidieverstrekking", "registers", "projecten", "informatiebeheer"]


def large():
    """60 tasks, 12 functions, 8 municipalities, and a cooperation for each area, of other municipalities each time."""
    lines = ["gebruik wgr"]
    lines += [f"gemeente {town}" for town in TOWNS]
    for area in AREAS:
        lines += [f"domein {area} {{", f"  vergt  {', '.join(FUNCTIONS)}",
                  "  van rechtswege  beleid, verordening, beleidsregels  bij raad  volgens Gemeentewet art 147 lid 1",
                  "  van rechtswege  regie, toegang, beschikking, uitvoering, bezwaar, inkoop, toezicht, werkgeverschap, "
                  "facturatie  bij college  volgens Gemeentewet art 160 lid 1 onder a"]
        lines += [f"  taak {kind}_{area} \"{kind.capitalize()} {area}\"" for kind in KINDS]
        lines.append("}")
    for number, area in enumerate(AREAS):
        members = [TOWNS[(number + step) % len(TOWNS)] for step in range(2 + number % 5)]
        lines += [f"bron stuk_{number} \"Regeling {area}\" kenmerk \"Z/{number:04}\" datum {number + 1} maart 2023",
                  f"regeling dienst_{area} \"Dienst {area} {' en '.join(members[:2])}\" {{",
                  "  vorm        centrumregeling", f"  deelnemers  college van {', '.join(members)}",
                  f"  geldt       vanaf 1 januari {2015 + number}  bron stuk_{number} art 1",
                  f"  mandateert  beschikking, toegang van {area} aan college van {members[0]}  bron stuk_{number} art 4",
                  f"  belegt      facturatie, inkoop van {area} bij {members[0]}  bron stuk_{number} art 5", "}"]
    lines += ["overzicht alles \"Alles voor iedereen\" {", f"  voor       {', '.join(TOWNS)}", f"  taken      {', '.join(AREAS)}",
              f"  functies   {', '.join(FUNCTIONS)}", "  peildatum  1 juni 2025", "}"]
    return "\n".join(lines) + "\n"


ALEF, SHIN = "\u05d0", "\u05e9"
HOSTILE = {
    "formula": "=SUM(A1:A9)",
    "markup": "Werk & <b>Inkomen</b> &amp; 'zo' ]]>",
    "from the right": f"{ALEF}{SHIN} {ALEF}{ALEF}{SHIN} \u0633\u0644\u0627\u0645",
    "combined": "Cafe\u0301 n\u0303 Zu\u0308rich",
    "unbroken": "Meervoudigepersoonlijkheidsstoornisbehandelcentrumsubsidieverordeningscommissielidmaatschap",
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "markdown": "*ster* _streep_ [haak](x) `kaal` | pijp # kop",
}
LONG_TITLE = ("Overzicht van alle taken & bevoegdheden per samenwerkingsconstructie \u2013 " * 8)[:499].strip() + "!"


def hostile():
    """Every name is one that some form of output would read as something else."""
    lines = ["gebruik wgr", "gemeente Oostdam", "gemeente Rijnhof"]
    lines += [f"organisatie org_{number} \"{name}\"" for number, name in enumerate(HOSTILE.values())]
    lines += ["domein vreemd \"-1+1 vreemd\" {", "  vergt  uitvoering, beschikking",
              "  van rechtswege  uitvoering, beschikking  bij college  volgens Gemeentewet art 160 lid 1 onder a"]
    lines += [f"  taak taak_{number} \"{name}\"" for number, name in enumerate(HOSTILE.values())]
    lines.append("}")
    lines += [f"bron bron_{number} \"{name}\" kenmerk \"{name[:20]}\" datum 1 maart 2023" for number, name in enumerate(HOSTILE.values())]
    for number, name in enumerate(HOSTILE.values()):
        lines += [f"samenwerking sam_{number} \"{name}\" {{", f"  deelnemers  Oostdam, Rijnhof  bron bron_{number}",
                  "  geldt       vanaf 1 januari 2024", f"  belegt      uitvoering van taak_{number} bij org_{number}  bron bron_{number}",
                  f"  opmerking   \"{name}\"", "}"]
    lines += [f"overzicht alles \"{LONG_TITLE}\" {{", "  voor       Oostdam, Rijnhof", "  taken      vreemd",
              "  functies   uitvoering, beschikking", "  peildatum  1 juni 2025", "  kenmerk    \"=1+1 & <i>\"", "}"]
    return "\n".join(lines) + "\n"


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def house_template(path):
    """A Word file as a municipality has: Dutch ids of styles, a head on each page, one field for the whole appendix."""
    def words(said):
        return f"<w:r><w:t xml:space=\"preserve\">{said}</w:t></w:r>"

    def line(tag):
        return f"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{words(tag)}</w:sdtContent></w:sdt>"

    def style(kind, name, called, look="", default=""):
        return (f"<w:style w:type=\"{kind}\" {default} w:styleId=\"{name}\"><w:name w:val=\"{called}\"/>"
                f"<w:rPr>{look}</w:rPr></w:style>")

    styles = style("paragraph", "Standaard", "Normal", "<w:rFonts w:ascii=\"Carlito\" w:hAnsi=\"Carlito\"/><w:sz w:val=\"21\"/>",
                   "w:default=\"1\"")
    styles += style("paragraph", "Titel", "Title", "<w:sz w:val=\"40\"/>")
    for level in "123":
        styles += (f"<w:style w:type=\"paragraph\" w:styleId=\"Kop{level}\"><w:name w:val=\"heading {level}\"/>"
                   f"<w:pPr><w:keepNext/><w:outlineLvl w:val=\"{int(level) - 1}\"/></w:pPr>"
                   "<w:rPr><w:b/><w:color w:val=\"006B3F\"/></w:rPr></w:style>")
    styles += "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Standaardtabel\"><w:name w:val=\"Normal Table\"/></w:style>"
    body = (f"<w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr>{line('titel')}</w:p>"
            f"<w:p>{words('Peildatum: ')}{line('peildatum')}</w:p>"
            "<w:sdt><w:sdtPr><w:tag w:val=\"bijlage\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"<w:p>{words('bijlage')}</w:p></w:sdtContent></w:sdt>"
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            "<w:pgMar w:top=\"1700\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" "
            "w:gutter=\"0\"/></w:sectPr>")
    names = f"xmlns:w=\"{W}\" xmlns:r=\"{OFFICE}\""
    parts = {
        "[Content_Types].xml":
            f"<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "".join(f"<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"
                      for part, kind in (("document", "document.main"), ("styles", "styles"), ("header1", "header"))) + "</Types>",
        "_rels/.rels": f"<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" "
                       "Target=\"word/document.xml\"/></Relationships>",
        "word/_rels/document.xml.rels":
            f"<Relationships xmlns=\"{PACKAGE}/relationships\">"
            f"<Relationship Id=\"rId1\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>"
            f"<Relationship Id=\"rId2\" Type=\"{OFFICE}/header\" Target=\"header1.xml\"/></Relationships>",
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {names}>{styles}</w:styles>",
        "word/header1.xml": f"<w:hdr {names}><w:p>{words('Gemeente Duinwijk')}</w:p></w:hdr>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text)
