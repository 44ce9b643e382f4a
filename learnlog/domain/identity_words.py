"""Words that can point to a person, or tell what nobody else has to know: short lists, Swedish, Norwegian and English.

Most texts hold none of them, and are told by it before anything else is imported.
"""

from __future__ import annotations

import itertools

TITLES = ("herr", "fru", "fröken", "farbror", "tant", "hr", "frk", "mr", "mrs", "ms", "miss")
"""Words before a name."""
PLACES = (
    "rum", "rummet", "rom", "rommet", "room", "lgh", "leilighet", "leiligheten", "lägenhet", "lägenheten", "flat",
    "avd", "avdelning", "avdelningen", "avdeling", "avdelingen", "ward", "våning", "etasje", "boendet",
)  # fmt: skip
"""Words for where somebody lives, after “Anna på”."""
HEALTH = (
    "sjukskriven", "sjukskrivna", "sjukskrivning", "utbränd", "utmattningssyndrom", "missbrukare", "alkoholist",
    "cancer", "gravid", "hiv", "sykmeldt", "sykmelding", "utbrent", "kreft", "rusmisbruker", "alkoholiker",
    "sick leave", "burnt out", "burned out", "pregnant", "addict",
)  # fmt: skip
"""Words for the health of one person. Not those of the work itself, such as dementia or stroke."""
SENSITIVE = (
    "fackmedlem", "facket", "fackförening", "fagforening", "fagforeningen", "trade union", "union member", "muslim",
    "muslimsk", "kristen", "jude", "judisk", "jøde", "jødisk", "christian", "jewish", "homosexuell", "homofil",
    "lesbisk", "lesbian", "bisexuell", "bifil", "transperson", "zigenare", "sigøyner", "flykting", "flyktning",
    "refugee", "polisanmäld", "politianmeldt", "fängelse", "fengsel", "in prison", "convicted",
)  # fmt: skip
"""Words for unions, religion, origin, sexual life and crime (GDPR, articles 9 and 10)."""
ORDINARY = frozenset((
    "alla", "alltid", "always", "arbetet", "beboer", "bergen", "boende", "breakfast", "brukare", "bruker", "de",
    "dei", "den", "det", "dinner", "du", "då", "eg", "everybody", "excel", "flink", "framtid", "framtidens",
    "frokost", "frukost", "google", "göteborgs", "han", "he", "helsedirektoratet", "hemma", "her", "here", "ho",
    "hon", "högskola", "högskolan", "høgskolen", "i", "ibland", "idag", "igår", "ingen", "inne", "it", "jag",
    "jeg", "kollegaen", "kollegan", "kollegor", "kommun", "kommune", "kronoberg", "lex", "life", "livet",
    "lugnet", "lunch", "man", "mat", "maten", "microsoft", "middag", "montessori", "mötet", "nasjonalt", "natt",
    "nere", "new", "ni", "nobody", "noen", "nordisk", "nordiska", "norge", "norsk", "norway", "now", "nu", "nå",
    "någon", "office", "ofta", "ofte", "often", "omsorg", "oslo", "personal", "personalen", "region", "röda",
    "rød", "sedan", "she", "silvia", "silviahemmet", "skåne", "socialstyrelsen", "somebody", "staff",
    "stockholms", "städning", "svensk", "svenska", "sverige", "sweden", "så", "teams", "the", "then", "they",
    "tiden", "today", "universitet", "universitetet", "university", "uppe", "ute", "vi", "vård", "we", "word",
    "work", "zoom",
))  # fmt: skip
"""Words that have a capital now and then and name no person."""
_SENTENCE_ENDS = ".!?:…"


def worth_a_look(text: str) -> bool:
    """Whether a text may hold anything that can tell who somebody is: digits, names, or one of the words."""
    if "@" in text or any(map(str.isdecimal, text)):
        return True
    words = text.split()
    if any(word[0].isupper() and before[-1] not in _SENTENCE_ENDS for before, word in itertools.pairwise(words)):
        return True
    if any(word[1:2] == "." and word[0].isupper() for word in words):
        return True
    folded = text.casefold()
    return any(word in folded for words in (HEALTH, SENSITIVE, PLACES) for word in words)
