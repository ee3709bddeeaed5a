"""The messages of iJw and iWmo 3.2 with the code each carries in its header (iStandaarden 3.2, XSD of each message)."""

RELEASE = "3_2"
"""As namespaces write it."""

VERSION = ("3", "2")
"""BerichtVersie and BerichtSubversie of release 3.2."""

BERICHTCODES = {
    "jw": {
        "301": "436", "302": "437", "305": "438", "306": "439", "307": "440", "308": "441", "315": "446", "316": "447",
        "317": "486", "318": "487", "319": "488", "320": "489", "323": "490", "325": "491",
    },
    "wmo": {
        "301": "414", "302": "415", "305": "418", "306": "419", "307": "420", "308": "421", "315": "444", "316": "445",
        "317": "480", "318": "481", "319": "482", "320": "483", "323": "484", "325": "485",
    },
}  # fmt: skip
"""Domain -> message -> code."""
