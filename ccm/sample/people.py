"""Names and addresses to draw from; nobody in particular."""

from __future__ import annotations

FIRST_NAMES: tuple[tuple[str, str], ...] = (
    ("Ayşe", "female"), ("Björn", "male"), ("Chloé", "female"), ("Dörte", "female"), ("Emil", "male"),
    ("Fatima", "female"), ("Günther", "male"), ("Hanna", "female"), ("İlker", "male"), ("Jürgen", "male"),
    ("Katarzyna", "female"), ("Łukasz", "male"), ("Mareike", "female"), ("Nguyễn Thị", "female"), ("Øyvind", "male"),
    ("Patrizia", "female"), ("Quirin", "male"), ("Rūta", "female"), ("Şebnem", "female"), ("Théo", "male"),
    ("Ulrike", "female"), ("Václav", "male"), ("Wiebke", "female"), ("Xaver", "male"), ("Yannis", "male"),
    ("Zoë", "female"), ("Kim", "neutral"), ("Sascha", "neutral"), ("Αλέξανδρος", "male"), ("Людмила", "female"),
)  # fmt: skip

LAST_NAMES = (
    "Öztürk", "Müller-Lüdenscheidt", "von der Heydt", "Brzęczyszczykiewicz", "Großmann", "Ångström", "Đặng", "Weiß",
    "Schröder", "Kowalski", "Ó Súilleabháin", "Papadopoulos", "Lindqvist", "García-Fernández", "Nguyễn", "Meyer",
    "Żółkiewski", "Jäger", "Østergård", "Řezníček", "Baumgärtner", "Sørensen", "Huber", "Freifrau zu Wied-Runkel",
)  # fmt: skip

TITLES = ("", "", "", "", "", "", "Dr.", "Prof. Dr.")

STREETS = (
    "Kastanienallee", "Am Alten Güterbahnhof", "Große Bleichen", "Straße des Friedens", "Mühlenweg", "Königsufer",
    "An der Schießmauer", "Lindenplatz", "Rosenstraße", "Zum Wäldchen",
)  # fmt: skip

TOWNS = (
    ("10119", "Berlin"), ("20457", "Hamburg"), ("80331", "München"), ("50667", "Köln"), ("04109", "Leipzig"),
    ("37073", "Göttingen"), ("23552", "Lübeck"), ("97070", "Würzburg"), ("78462", "Konstanz"), ("18055", "Rostock"),
)  # fmt: skip

SPENDING = (
    ("Supermarkt am Markt", 1200, 9800), ("Stadtwerke Abschlag Strom", 4500, 9900), ("Miete", 52000, 148000),
    ("Bäckerei Körner", 240, 1890), ("Monatskarte Verkehrsbund", 4900, 4900), ("Apotheke zur Linde", 495, 4300),
    ("Haftpflichtversicherung", 590, 1290), ("Buchhandlung Findling", 990, 6400), ("Tankstelle Nord", 3500, 9200),
    ("Geldautomat Hauptbahnhof", 5000, 40000), ("Kindertagesstätte Löwenzahn e. V.", 9000, 31000),
    ("Onlinehandel Rechnung 4711-0815/2026 Kundennummer 99-887-66 vielen Dank für Ihren Einkauf", 1500, 25900),
)  # fmt: skip

INCOME = (("Gehalt", 185000, 520000), ("Kindergeld", 25900, 51800), ("Erstattung Krankenkasse", 2500, 18000))
