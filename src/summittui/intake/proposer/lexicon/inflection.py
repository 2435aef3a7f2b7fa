"""Inflected forms of English verbs."""

from typing import Final

_IRREGULAR_TABLE: Final = """
    say says said saying
    tell tells told telling
    write writes wrote written writing
    deny denies denied denying
    testify testifies testified testifying
    reply replies replied replying
    admit admits admitted admitting
    read reads read reading
    sing sings sang sung singing
    think thinks thought thinking
    quip quips quipped quipping
    tweet tweets tweeted tweeting
    retweet retweets retweeted retweeting
    worry worries worried worrying
    sum sums summed summing
    begin begins began begun beginning
    slam slams slammed slamming
    dub dubs dubbed dubbing
    refer refers referred referring
    rip rips ripped ripping
    swear swears swore sworn swearing
    foresee foresees foresaw foreseen foreseeing
    find finds found finding
    put puts put putting
    speak speaks spoke spoken speaking
    forget forgets forgot
    hold holds held holding
    quote quotes quoted quoting
    cite cites cited citing
    draw draws drew
    label labels labeled labeling
    clarify clarifies clarified clarifying
    plead pleads pleaded pleading
    know knows knew known knowing
    cry cries cried crying
    decry decries decried decrying
    show shows showed shown showing
    hit hits hit hitting
    see sees saw seen seeing
    go goes went gone going
    get gets got gotten getting
    make makes made making
    take takes took taken taking
    give gives gave given giving
    come comes came coming
    become becomes became becoming
    run runs ran running
    win wins won winning
    lose loses lost losing
    keep keeps kept keeping
    leave leaves left leaving
    feel feels felt feeling
    bring brings brought bringing
    stand stands stood standing
    pay pays paid paying
    meet meets met meeting
    lead leads led leading
    grow grows grew grown growing
    fall falls fell fallen falling
    send sends sent sending
    build builds built building
    break breaks broke broken breaking
    spend spends spent spending
    rise rises rose risen rising
    drive drives drove driven driving
    buy buys bought buying
    wear wears wore worn wearing
    choose chooses chose chosen choosing
    sit sits sat sitting
    have has had having
    sell sells sold selling
    shoot shoots shot
    sound sounds sounded sounding
    fight fights fought fighting
    lie lies lied lying
    hear hears heard hearing
    let lets let
    mean means meant
    cut cuts cutting
    set sets setting
    seek seeks sought seeking
    do does did doing
    plan plans planned planning
    teach teaches taught
    brag brags bragged bragging
    demur demurs demurred demurring
"""
IRREGULAR: Final = {line.split()[0]: tuple(line.split()) for line in _IRREGULAR_TABLE.strip().splitlines()}
"""The forms of a verb that are not made by rule, the base form first."""


def forms(lemma: str) -> tuple[str, ...]:
    """Return the base form, the third person, the past forms and the participle in *-ing* of a verb."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    return lemma, f"{lemma}{ending}", f"{lemma}ed", f"{lemma}ing"
