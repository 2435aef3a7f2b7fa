"""Words that stand in and around names: titles, roles, organisations, outlets, places."""

from typing import Final

from summittui.intake.proposer.lexicon.word_list import words

TITLES: Final = words(
    """
    mr mrs ms miss dr sen sens rep reps gov govs gen col lt sgt capt prof rev president vice senator senators
    congressman congresswoman representative governor secretary general judge justice mayor chairman chairwoman chair
    speaker leader minister prime chancellor ambassador king queen prince princess pope director professor chief
    executive commissioner premier dame lord lady sir majority minority deputy attorney first secretary-general
    vice-president director-general envoy spokesman spokeswoman
    """
)
"""Words before a name."""
ROLES: Final = words(
    """
    nominee candidate spokesman spokeswoman spokesperson journalist reporter pollster host manager adviser advisor
    aide strategist consultant analyst economist lawyer attorney director chairman chairwoman chair president senator
    congressman congresswoman representative governor mayor secretary minister leader leaders chief executive officer
    ceo founder co-founder editor columnist author professor historian researcher scientist expert scholar activist
    organizer businessman businesswoman mogul billionaire magnate actor actress singer comedian rapper musician star
    player coach politician lawmaker lawmakers official officials commissioner ambassador diplomat envoy general
    sheriff judge justice prosecutor detective teacher doctor nurse pastor priest bishop rabbi reverend voter
    supporter volunteer resident student democrat republican independent libertarian conservative liberal rival
    opponent mate partner husband wife son daughter father mother brother sister friend colleague predecessor
    successor chancellor premier delegate veteran moderator anchor correspondent commentator pundit surrogate
    congressmen broker investor owner farmer worker writer blogger critic legend model winner contender hopeful
    speaker fellow whip counsel physician negotiator engineer counselor incumbent socialist candidates nominees
    spokesmen
    """
)
"""Nouns for the office or occupation of a person."""
MEDIA: Final = words(
    """
    cnn nbc abc cbs fox msnbc bbc npr pbs ap reuters bloomberg politico times post journal news magazine tribune
    herald globe guardian reporters reporter newspaper radio television tv show podcast today cnbc vox buzzfeed
    breitbart observer daily telegraph network host interviewer press usa insider huffpost atlantic yorker review
    gazette hill
    """
)
"""Words in the names of outlets, and those who report."""
ORGANISATIONS: Final = words(
    """
    campaign committee party university institute center centre foundation association council commission court house
    senate bank company corporation inc group organization agency department bureau office ministry government
    administration union times post journal news press magazine network coalition league federation society congress
    parliament board team police poll survey report study analysis nato fbi cia irs gop dnc rnc nsa u.n. ap cnn
    airlines motors airways lines industries technologies holdings laboratories
    """
)
"""Words that make a name one of an organisation."""
PLACES: Final = words(
    """
    afghanistan africa america argentina asia australia austria bangladesh belgium brazil britain bulgaria cambodia
    canada chile china colombia cuba cyprus denmark egypt england estonia ethiopia europe finland france germany ghana
    greece hungary iceland india indonesia iran iraq ireland israel italy japan kazakhstan kenya korea kuwait latvia
    lebanon libya lithuania luxembourg malaysia mexico morocco netherlands nigeria norway pakistan peru philippines
    poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain
    sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine vietnam wales yemen zimbabwe
    states kingdom emirates zealand arabia paris london berlin brussels moscow beijing washington tokyo delhi geneva
    rome madrid vienna ottawa canberra seoul hiroshima bletchley york angeles francisco chicago boston texas
    california florida ohio pennsylvania michigan wisconsin iowa nevada arizona colorado oregon alaska hawaii utah
    montana idaho wyoming nebraska kansas oklahoma louisiana arkansas tennessee kentucky alabama mississippi minnesota
    illinois indiana maine vermont massachusetts connecticut delaware maryland carolina dakota jersey hampshire street
    avenue park city county river valley
    """
)
"""Words that end the name of a state, a city or a street."""
NOT_NAMES: Final = words(
    """
    the a an in on at by for with from to of and or but if when while as after before since although though because i
    he she it they we you his her their its our my your this that these those there here then now so yet not no yes
    what why how where who which according speaking asked still even just also meanwhile however instead later earlier
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december is are was were did do does has have had will would could should can might
    must both all some many most several few one two three each every other another such during despite under over
    about against among between through into like people republicans democrats democratic republican americans
    american god read watch photo image video more let don't it's that's he's she's we're they're i'm well look oh
    okay ok
    """
)
"""Capitalised words that are no name, or begin a sentence before one."""
ABBREVIATIONS: Final = words(
    """
    mr. mrs. ms. dr. sen. sens. rep. reps. gov. govs. gen. col. lt. sgt. capt. prof. rev. jr. sr. st. vs. no. inc.
    corp. co. ltd. va. md. fla. calif. ill. ariz. vt. mass. ky. ga. pa. tex. tenn. mich. minn. wis. wash. ore. n.c.
    s.c. n.y. n.j. n.h. conn. colo. del. ind. kan. la. me. miss. mo. mont. neb. nev. okla. ala. ark. d.c. jan. feb.
    mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. a.m. p.m. u.s. u.k. u.n. e.u. ph.d. etc. i.e. e.g. op. ed. maj.
    adm. hon. rt. mt. ft.
    """
)
"""Words whose full stop ends no sentence."""
LOWER_CASE_ABBREVIATIONS: Final = words(
    """
    vs. etc. a.m. p.m. i.e. e.g. inc. corp. co. ltd. jr. sr. u.s. u.k. u.n. e.u. n.c. s.c. n.y. n.j. n.h. d.c. ph.d.
    """
)
"""The abbreviations that are written in lower case as well."""
