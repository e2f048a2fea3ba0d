"""Furniture: lines that a site prints around an article and that say nothing about the war.

Each rule matches a whole line, never a part of one, so that a sentence about a newsletter, a
cookie or a copyright stays. A rule's name is kept with every line that it drops.
"""

import re

LONGEST = 240
"""Characters of the longest line that can be furniture; longer ones are prose."""

_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|messenger|instagram|"
    r"youtube|tiktok|threads|bluesky|mastodon|viber|vk|flipboard|e-?mail|rss|google news)"
)

_AGENCIES = (
    r"(?:reuters|afp|a\.?f\.?p\.?|ap|associated press|getty(?: images)?|epa(?:-efe)?|"
    r"anadolu(?: agency)?|aa|tass|sana|xinhua|dpa|efe|shutterstock|alamy|zuma(?: press)?)"
)

_RULES: dict[str, tuple[str, ...]] = {
    "comment_form": (
        r"leave (?:a|your) (?:reply|comment|response)(?: cancel reply)?",
        (
            r"your e-?mail(?: address)? will not be (?:published|shared)\.?"
            r"(?: required fields are marked ?\*?)?\.?"
        ),
        r"required fields are marked",
        r"save my name,? e-?mail,?(?: and)? website in this browser .{0,60}",
        r"(?:post|add|write|submit)(?: a| your)? comment",
        r"(?:no|\d{1,5}) comments?(?: yet)?|be the first to comment.{0,20}",
        r"comments (?:are )?closed.{0,20}|(?:log|sign) in to (?:reply|comment).{0,20}",
        r"notify me of (?:follow-?up comments|new posts) by e-?mail\.?",
        r"اترك (?:تعليقا?|ردا?)(?: إلغاء الرد)?|لن يتم نشر عنوان بريدك الإلكتروني.{0,60}",
        r"оставить комментарий|залишити коментар|yorum yap(?:ın)?|laisser un commentaire",
    ),
    "push_notice": (
        r"get real[- ]?time updates directly on you(?:r)? device,? subscribe now\.?",
        r"(?:enable|allow|turn on|get) (?:push )?notifications?(?: ok)?(?:,? no,? thanks)?",
        r"ok,? no,? thanks",
        r"download (?:our|the) (?:mobile )?app.{0,80}",
    ),
    "share_bar": (
        (
            rf"(?:share|tweet|pin|print|copy link|{_NETWORKS})"
            rf"(?:[ |/,·•&]+(?:share|tweet|pin|print|copy link|link|on|via|this|{_NETWORKS}))+"
        ),
        r"share(?: (?:this|it|article|story|post|page|on social media|with friends)){0,3}:?",
        rf"(?:share|send|post)(?: this(?: article| story| page)?)? (?:on|via|by|to) {_NETWORKS}",
        r"(?:copy|print)(?: this)? (?:link|url|article|page)|link copied!?",
        r"شارك(?: هذا)?(?: المقال| الخبر)?|مشاركة|поделиться|поширити|paylaş|partager",
    ),
    "subscribe": (
        r"subscribe(?: now| here| today| to .{1,80})?[.!]?",
        (
            r"(?:subscribe|sign up)(?: now| today| here)? (?:to|for) .{0,80}"
            r"(?:newsletters?|updates?|channel|alerts?|e-?mails?|briefing|notifications?).{0,60}"
        ),
        rf"(?:follow|join|find|like) us(?: on)? .{{0,40}}{_NETWORKS}.{{0,40}}",
        r"(?:our |weekly |daily )?newsletter(?: sign-?up)?",
        r"(?:support|donate to) (?:us|our (?:work|journalism)).{0,60}|donate(?: now)?",
        r"اشترك (?:الآن|في .{1,60})|abonne ol|підпишіться на .{1,60}|подпишитесь на .{1,60}",
    ),
    "read_more": (
        r"(?:read|see|watch|listen) (?:also|more|next)(?: ?[:>»|-].{0,180}| ?(?:\.\.\.|…))?",
        r"also (?:read|see|watch) ?[:>»|-].{0,180}",
        (
            r"(?:read|continue reading)(?: the)?(?: full)?(?: main)? (?:article|story)"
            r"(?: below| here)?\.?"
        ),
        r"continue reading(?: below)?(?: ?(?:\.\.\.|…|→))?",
        r"(?:click|tap) here (?:to|for) .{1,80}",
        r"اقرأ (?:أيضا|أيضاً|ايضا|المزيد) ?:?.{0,160}|читайте также ?:?.{0,160}",
        r"читайте також ?:?.{0,160}|ayrıca (?:oku|bakınız) ?:?.{0,160}|lire aussi ?:?.{0,160}",
    ),
    "related": (
        (
            r"(?:related|recommended|more|latest|popular|trending|similar|top)"
            r" (?:articles?|stor(?:y|ies)|news|posts?|topics?|content|reading|coverage|videos?):?"
        ),
        r"related(?: ?:)?|recommended(?: for you)?:?|you (?:may|might) also (?:like|enjoy):?",
        r"more (?:on|from) (?:this (?:story|topic)|the web|our (?:site|partners)):?|must read:?",
        r"most (?:read|popular|viewed|shared):?|what to read next:?|مواضيع ذات صلة|похожие статьи",
    ),
    "advertisement": (
        r"advertisements?|advertising|ads?(?: by .{1,30})?|sponsored(?: content| by .{1,40})?",
        r"paid (?:content|post)|promoted(?: content)?",
        (
            r"(?:story|article|content) continues (?:below|after)(?: (?:this )?"
            r"(?:ad|advertisement|the break|promotion))?\.?"
        ),
        r"skip (?:ad|advertisement|past newsletter promotion)|after newsletter promotion",
        r"scroll (?:down )?to continue.{0,40}|إعلان|реклама|reklam",
    ),
    "copyright": (
        r"(?:©|\(c\)|copyright)[ ©]*(?:\d{4}|by ).{0,160}",
        r".{0,80}all rights reserved\.?.{0,80}|جميع الحقوق محفوظة.{0,80}|все права защищены.{0,60}",
        (
            r"(?:this (?:material|content|article) )?may not be (?:published|reproduced|copied)"
            r"(?:, .{0,80})?\.?"
        ),
        r"this material may not be published, broadcast, rewritten,? or redistributed.{0,60}",
    ),
    "cookies": (
        r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,220}",
        r"(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|consent)",
        r"(?:privacy|cookie) (?:policy|notice|settings)",
        r"terms (?:of (?:use|service)|(?:and|&) conditions)",
        r"by (?:continuing|signing up|clicking).{1,120}(?:cookies|privacy policy|terms).{0,80}",
    ),
    "navigation": (
        r"skip to (?:main )?(?:content|navigation)|back to (?:top|home)|toggle navigation",
        r"(?:previous|prev|next) (?:article|post|page|story)|prev(?:ious)? next|load more.{0,20}",
        r"(?:main )?menu|close menu|log ?in|sign in|register|search(?: for:?)?",
    ),
    "photo_credit": (
        (
            rf"(?:file )?(?:photo|image|picture)s?(?: credit| by| courtesy(?: of)?|[:/])"
            rf"[:/ ]{{0,3}}.{{0,40}}{_AGENCIES}"
        ),
        rf"[\[(](?:file(?: photo)?: ?)?.{{0,40}}{_AGENCIES}[\])]",
    ),
}

_ANY = re.compile(
    "|".join(
        f"(?P<{name}>{'|'.join(f'(?:{pattern})' for pattern in patterns)})"
        for name, patterns in _RULES.items()
    )
)
"""All rules in one pattern, their names those of its groups: the first that fits counts."""

_EDGES = " \t\u00a0*•·|>»→–—-_=#\u200b\ufeff"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def furniture_rule(line: str) -> str:
    """Return the name of the rule that makes a line furniture; empty for the article's words.

    Args:
        line: One line, without its line break.
    """
    if len(line) > LONGEST:
        return ""
    plain = " ".join(line.translate(_QUOTES).casefold().split()).strip(_EDGES)
    if not plain:
        return "rule_line" if line.strip() else ""
    found = _ANY.fullmatch(plain)
    return found.lastgroup or "" if found is not None else ""
