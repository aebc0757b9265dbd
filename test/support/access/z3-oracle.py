# Copyright 2026 the pulumi-agora-classroom authors.
# SPDX-License-Identifier: Apache-2.0
"""
Answers the questions of policies/access with z3, as an oracle for its tests. Written from AWS's
documentation, sharing nothing with the library: a request is strings, and a pattern a regular expression.

Reads one question as JSON per line, with the moment at which it is asked in "now" (milliseconds since 1970), and
writes one answer as JSON per line:
{"certain": whether a request is there whatever is not understood, "possible": whether one may be, "ms": ...}
"""
import json
import re as regex
import sys
import time
import traceback
from datetime import datetime, timezone
from fractions import Fraction
from ipaddress import ip_address, ip_network

import z3

ANY = z3.AllChar(z3.ReSort(z3.StringSort()))


def but(characters):
    return z3.Diff(ANY, z3.Union(*[z3.Re(c) for c in characters]) if len(characters) > 1 else z3.Re(characters))


NOT_COLON = but(":")
EVERYTHING = z3.Full(z3.ReSort(z3.StringSort()))
DIGIT = z3.Range("0", "9")
TWELVE = z3.Loop(DIGIT, 12, 12)
T, F = z3.BoolVal(True), z3.BoolVal(False)


def seq(parts):
    parts = [p for p in parts]
    if not parts:
        return z3.Re("")
    return parts[0] if len(parts) == 1 else z3.Concat(*parts)


def within(value, test):
    """Membership; of a text that stands for itself alone, equality, which z3 is much faster with."""
    return value == z3.StringVal(test) if isinstance(test, str) else z3.InRe(value, test)


def expression(test):
    return z3.Re(test) if isinstance(test, str) else test


class Three:
    """A formula of which parts may not be understood: at least, at most, and with them as variables."""

    def __init__(self, low, high=None, exact=None):
        self.low = low
        self.high = low if high is None else high
        self.exact = low if exact is None else exact


TRUE, FALSE = Three(T), Three(F)


def conj(items):
    items = list(items)
    return Three(*[z3.And([getattr(i, k) for i in items]) if items else T for k in ("low", "high", "exact")])


def disj(items):
    items = list(items)
    return Three(*[z3.Or([getattr(i, k) for i in items]) if items else F for k in ("low", "high", "exact")])


def neg(item):
    return Three(z3.Not(item.high), z3.Not(item.low), z3.Not(item.exact))


def unknown(name):
    return Three(F, T, z3.Bool("unknown " + name))


def pieces(text, escapes):
    found, at = [], 0
    while at < len(text):
        escape = regex.match(r"\$\{([*?$])\}", text[at:]) if escapes else None
        if escape:
            found.append(escape.group(1))
            at += 4
        else:
            found.append({"*": 0, "?": 1}.get(text[at], text[at]))
            at += 1
    return found


def glob(text, escapes, char=ANY):
    if not any(isinstance(piece, int) for piece in pieces(text, escapes)):
        return "".join(pieces(text, escapes))
    parts = []
    for piece in pieces(text, escapes):
        parts.append(z3.Star(char) if piece == 0 else char if piece == 1 else z3.Re(piece))
    return seq(parts)


def plain(text, escapes):
    return regex.sub(r"\$\{([*?$])\}", r"\1", text) if escapes else text


def arn(text, escapes):
    if not any(isinstance(piece, int) for piece in pieces(text, escapes)):
        return "".join(pieces(text, escapes))
    parts = text.split(":", 5)
    joined = []
    for part in parts[:5]:
        joined += [expression(glob(part, escapes, NOT_COLON)), z3.Re(":")]
    return seq(joined + [expression(glob(parts[5], escapes))])


def whole_arn(text):
    return text.startswith("arn:") and text.count(":") >= 5


def any_case(text):
    return seq([z3.Union(z3.Re(c.lower()), z3.Re(c.upper())) if c.lower() != c.upper() else z3.Re(c) for c in text])


VARIABLE = regex.compile(r"\$\{([^}]*)\}")
NAMED = regex.compile(r"^([^,']+:[^,']+)(?:, '([^']*)')?$")


def variable(text):
    return any(m not in ("*", "?", "$") for m in VARIABLE.findall(text))


def with_variables(text):
    """Literal parts and (key, default) of variables of a text without wildcards, but for one star at its end."""
    parts, at, ends = [], 0, text.endswith("*") and not text.endswith("${*}")
    body = text[:-1] if ends else text
    for match in VARIABLE.finditer(body):
        parts.append(body[at:match.start()])
        if match.group(1) in ("*", "?", "$"):
            parts.append(match.group(1))
        else:
            named = NAMED.match(match.group(1))
            if named is None:
                return None
            parts.append(named.groups())
        at = match.end()
    parts.append(body[at:])
    return None if any(isinstance(p, str) and regex.search(r"[*?]", p) and len(p) > 1 for p in parts) else (parts, ends)


COLONS = {"dynamodb": 2, "ecr": 0, "elasticfilesystem": 0, "es": 0, "events": 0, "iam": 0, "kms": 0, "lambda": 2,
          "secretsmanager": 1, "sns": 1, "sqs": 0}
ANONYMOUS, ROOT, USER, ROLE, FEDERATED, SERVICE, IDENTITY = range(7)
KINDS = ["anonymous", "root", "user", "role", "federated-user", "service", "identity"]
ARN_SHAPE = seq([z3.Re("arn:"), z3.Plus(NOT_COLON), z3.Re(":"), z3.Plus(NOT_COLON), z3.Re(":"), z3.Star(NOT_COLON),
                 z3.Re(":"), z3.Star(NOT_COLON), z3.Re(":"), z3.Plus(ANY)])


def starting(text):
    return seq([z3.Re(text), z3.Plus(but(" :/"))])


SHAPES = {
    "aws:sourcevpce": starting("vpce-"), "aws:sourcevpc": starting("vpc-"), "aws:sourcearn": ARN_SHAPE,
    "aws:sourceaccount": TWELVE, "aws:sourceowner": TWELVE, "aws:resourceaccount": TWELVE,
    "aws:sourceorgid": starting("o-"), "aws:principalorgid": starting("o-"), "aws:resourceorgid": starting("o-"),
}
ALWAYS = {"aws:securetransport", "aws:currenttime", "aws:requestedregion"}
KIND = {
    "aws:securetransport": "boolean", "aws:currenttime": "date", "aws:tokenissuetime": "date",
    "aws:multifactorauthpresent": "boolean", "aws:multifactorauthage": "number", "aws:viaawsservice": "boolean",
    "aws:sourceip": "address", "aws:vpcsourceip": "address", "s3:tlsversion": "number", "s3:signatureage": "number",
    "s3:max-keys": "number", "kms:grantisforawsresource": "boolean",
}
SEVERAL = {
    "aws:principalservicenameslist", "aws:tagkeys", "aws:principalorgpaths", "aws:calledvia",
    "dynamodb:leadingkeys", "kms:encryptioncontextkeys",
}
MEMBERS = 5
OPERATOR = regex.compile(r"^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$")


def of_account(account, namespace, *rest):
    service = z3.Re(namespace) if namespace else z3.Union(z3.Re("iam"), z3.Re("sts"))
    return seq([z3.Re("arn:aws:"), service, z3.Re("::"), account, z3.Re(":"), *rest])


class Request:
    def __init__(self, actions, several, now):
        self.now = now
        self.kind, self.arn = z3.Int("kind"), z3.String("arn")
        self.name, self.session = z3.String("name"), z3.String("session")
        self.canonical, self.has_canonical = z3.String("canonical"), z3.Bool("has canonical")
        self.user_id = self.user_name = self.account = None
        self.action, self.resource = z3.String("action"), z3.String("resource")
        self.several = several | SEVERAL
        self.keys, self.kinds = {}, {}
        slash_free, path = z3.Plus(but(":\n/")), z3.Plus(but(":\n"))
        owner = z3.Union(TWELVE, z3.Re("cloudfront"))
        arns = {ROOT: of_account(TWELVE, "iam", z3.Re("root")), USER: of_account(owner, "iam", z3.Re("user/"), path),
                ROLE: of_account(TWELVE, "iam", z3.Re("role/"), path),
                FEDERATED: of_account(TWELVE, "sts", z3.Re("federated-user/"), slash_free)}
        names = {SERVICE: z3.Plus(but(":\n/ ")), IDENTITY: z3.Plus(but("\n"))}
        self.rules = [self.kind >= 0, self.kind <= 6, z3.InRe(self.resource, z3.Union(z3.Re("*"), ARN_SHAPE))]
        self.rules += [z3.Implies(self.kind == kind, z3.InRe(self.arn, shape)) for kind, shape in arns.items()]
        self.rules += [z3.Implies(self.kind == kind, z3.InRe(self.name, shape)) for kind, shape in names.items()]
        self.rules.append(z3.Implies(self.kind == ROLE, z3.InRe(self.session, slash_free)))
        self.rules.append(z3.Implies(self.has_canonical, self.has_arn()))
        if actions is None:
            lower = z3.Diff(ANY, z3.Range("A", "Z"))
            self.rules.append(z3.InRe(self.action, seq([z3.Plus(z3.Intersect(lower, but(": "))), z3.Re(":"),
                                                        z3.Plus(z3.Intersect(lower, NOT_COLON))])))
        else:
            self.rules.append(z3.Or([self.action == a.lower() for a in actions]))

    def has_arn(self):
        return z3.And(self.kind >= ROOT, self.kind <= FEDERATED)

    def outside(self):
        return z3.Or(self.kind == SERVICE, self.kind == IDENTITY)

    def owner(self, account):
        """The caller is of an account that matches a regular expression."""
        return z3.And(self.has_arn(), z3.InRe(self.arn, of_account(account, None, EVERYTHING)))

    def own_value(self, key):
        """A text that a caller with an ARN has by itself, bound to its ARN by concatenation."""
        def bound(kind, *parts):
            return z3.Implies(
                self.kind == kind,
                self.arn == z3.Concat(*[z3.StringVal(p) if isinstance(p, str) else p for p in parts]))
        if key == "aws:userid" and self.user_id is None:
            self.user_id, unique = z3.String("userid"), z3.String("unique id")
            account, name = z3.String("userid account"), z3.String("userid name")
            capitals = z3.Union(z3.Range("A", "Z"), DIGIT)
            self.rules += [
                z3.InRe(unique, seq([z3.Re("A"), z3.Plus(capitals)])),
                z3.Implies(self.kind == ANONYMOUS, self.user_id == "anonymous"),
                z3.InRe(account, TWELVE), bound(ROOT, "arn:aws:iam::", account, ":root"),
                z3.Implies(self.kind == ROOT, self.user_id == account),
                bound(FEDERATED, "arn:aws:sts::", account, ":federated-user/", name),
                z3.Implies(self.kind == FEDERATED, self.user_id == z3.Concat(account, z3.StringVal(":"), name)),
                z3.Implies(self.kind == USER, z3.And(self.user_id == unique, z3.PrefixOf("AIDA", unique))),
                z3.Implies(self.kind == ROLE, z3.And(self.user_id == z3.Concat(unique, z3.StringVal(":"), self.session),
                                                     z3.PrefixOf("AROA", unique)))]
        if key == "aws:username" and self.user_name is None:
            self.user_name, path = z3.String("user name"), z3.String("user path")
            owner = z3.String("user account")
            self.rules += [
                z3.InRe(self.user_name, z3.Plus(but(":\n/"))),
                z3.InRe(path, z3.Option(seq([z3.Star(but(":\n")), z3.Re("/")]))), z3.InRe(owner, z3.Plus(NOT_COLON)),
                bound(USER, "arn:aws:iam::", owner, ":user/", path, self.user_name)]
        if key == "aws:principalaccount" and self.account is None:
            self.account, rest = z3.String("account"), z3.String("rest of the ARN")
            before = z3.If(self.kind == FEDERATED, z3.StringVal("arn:aws:sts::"), z3.StringVal("arn:aws:iam::"))
            self.rules += [z3.InRe(self.account, z3.Plus(NOT_COLON)), z3.Implies(self.has_arn(), self.arn == z3.Concat(
                before, self.account, z3.StringVal(":"), rest))]
            self.rules.append(z3.Implies(self.kind == ANONYMOUS, self.account == "anonymous"))
        return {"aws:userid": self.user_id, "aws:username": self.user_name, "aws:principalaccount": self.account,
                "aws:principalarn": self.arn}.get(key)

    def key(self, key, kind):
        """Presence and value of a key; the value of a key that is compared in two ways is not known."""
        if key not in self.keys:
            if kind == "address":
                value = (z3.Bool(key + " is 6"), z3.BitVec(key, 128))
                self.rules.append(z3.Or(value[0], z3.ULT(value[1], z3.BitVecVal(1 << 32, 128))))
            elif kind in ("date", "number"):
                value = z3.Real(key)
                if kind == "date":
                    self.rules.append(z3.IsInt(value))
            else:
                value = z3.String(key)
                self.rules.append(z3.InRe(value, SHAPES.get(key, EVERYTHING)))
            present = T if key in ALWAYS else z3.Bool(key + " is present")
            self.keys[key], self.kinds[key] = (present, value), kind
        return self.keys[key]

    def members(self, key):
        if key not in self.keys:
            sort = z3.Real if KIND.get(key) == "number" else z3.String
            self.keys[key] = [(z3.Bool(f"{key} has {i}"), sort(f"{key} {i}")) for i in range(MEMBERS)]
        return self.keys[key]

    def present(self, key):
        if key in self.several:
            return z3.Or([there for there, _ in self.members(key)])
        return self.key(key, KIND.get(key, "text"))[0] if key in self.keys else self.key(key, KIND.get(key, "text"))[0]

    def truths(self):
        rules, has = [], {k for k in self.keys}
        def p(key):
            return self.present(key)
        if {"aws:sourcevpce", "aws:sourcevpc"} <= has:
            rules.append(p("aws:sourcevpce") == p("aws:sourcevpc"))
        for network in ("aws:sourcevpce", "aws:sourcevpc", "aws:vpcsourceip"):
            if {network, "aws:sourceip"} <= has:
                rules.append(z3.Not(z3.And(p(network), p("aws:sourceip"))))
        for network in ("aws:sourcevpce", "aws:sourcevpc"):
            if {network, "aws:vpcsourceip"} <= has:
                rules.append(z3.Implies(p("aws:vpcsourceip"), p(network)))
        for key in ("aws:principalorgid", "aws:principalorgpaths"):
            if key in has:
                rules.append(z3.Implies(p(key), z3.Not(z3.Or(self.kind == ANONYMOUS, self.kind == IDENTITY))))
        if {"aws:principalorgid", "aws:principalorgpaths"} <= has:
            rules.append(p("aws:principalorgid") == p("aws:principalorgpaths"))
        if {"aws:multifactorauthage", "aws:multifactorauthpresent"} <= has:
            value = self.key("aws:multifactorauthpresent", "boolean")
            rules.append(z3.Implies(p("aws:multifactorauthage"), z3.And(value[0], value[1] == "true")))
        signs = z3.Not(z3.Or(self.kind == ANONYMOUS, self.kind == IDENTITY))
        rules += [z3.Implies(p(key), signs) for key in has if key.startswith("aws:principaltag/")]
        if "aws:principalservicenameslist" in has:
            rules.append(z3.Implies(p("aws:principalservicenameslist"), self.kind == SERVICE))
        if "aws:currenttime" in has:
            rules.append(self.key("aws:currenttime", "date")[1] >= self.now)
        for key in has:
            if self.kinds.get(key) == "boolean":
                rules.append(z3.Or(self.keys[key][1] == "true", self.keys[key][1] == "false"))
        return self.rules + rules


def number(text):
    match = regex.match(r"^[+-]?\d{1,60}(\.\d{1,9})?$", text)
    return Fraction(text) if match else None


def moment(text):
    if regex.match(r"^\d{1,12}$", text):
        return int(text) * 1000
    try:
        value = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    value = value if value.tzinfo else value.replace(tzinfo=timezone.utc)
    return round(value.timestamp() * 1000)


def block(text):
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


def compared(relation, value, bound):
    return {"Equals": value == bound, "NotEquals": value == bound, "LessThan": value < bound,
            "LessThanEquals": value <= bound, "GreaterThan": value > bound,
            "GreaterThanEquals": value >= bound}[relation]


def text_test(base, wanted, escapes):
    """A regular expression for a text operator."""
    if base.startswith("Arn"):
        return arn(wanted, escapes)
    if base.endswith("Like"):
        return glob(wanted, escapes)
    if base.endswith("IgnoreCase") or base == "Bool":
        return any_case(plain(wanted, escapes))
    return plain(wanted, escapes)


class Compiler:
    def __init__(self, request):
        self.r = request

    def document(self, document):
        content = document["content"]
        content = json.loads(content) if isinstance(content, str) else content
        escapes = content.get("Version") == "2012-10-17"
        statements = content["Statement"]
        statements = statements if isinstance(statements, list) else [statements]
        allows = [self.part(s, escapes) for s in statements if s["Effect"] == "Allow"]
        denies = [self.part(s, escapes) for s in statements if s["Effect"] == "Deny"]
        identity = Three(self.r.has_arn()) if document["kind"] == "identity" else TRUE
        return conj([disj(allows), neg(disj(denies)), identity]), neg(disj(denies))

    def part(self, s, escapes=True):
        items = []
        if "Callers" in s:
            items.append(Three(z3.Or([self.r.kind == KINDS.index(k) for k in s["Callers"]])))
        if "Principal" in s:
            items.append(disj([self.principal(*e) for e in self.entries(s["Principal"])]))
        if "NotPrincipal" in s:
            items.append(self.not_principal(list(self.entries(s["NotPrincipal"]))))
        for name, one in (("Action", self.action), ("Resource", lambda x: self.resource(x, escapes))):
            if name in s:
                items.append(disj([one(x) for x in listed(s[name])]))
            if "Not" + name in s:
                items.append(neg(disj([one(x) for x in listed(s["Not" + name])])))
        for operator, keys in s.get("Condition", {}).items():
            for key, values in keys.items():
                items.append(self.condition(operator, key, [scalar(v) for v in listed(values)], escapes))
        return conj(items)

    def action(self, text):
        return Three(within(self.r.action, glob(text.lower(), False)))

    def resource(self, text, escapes):
        r = self.r
        if text == "*":
            return TRUE
        if escapes and variable(text):
            return self.varying("resource", r.resource, text, whole_arn(text))
        if not whole_arn(text):
            doubt = unknown("resource " + text)
            return conj([Three(within(r.resource, glob(text, escapes))), doubt]) if text.startswith("arn:") else doubt
        inside = Three(within(self.r.resource, arn(text, escapes)))
        if not regex.search(r"[*?]", ":".join(text.split(":")[:5])):
            return inside
        service = text.split(":")[2]
        most = COLONS.get(service)
        exists = T if most is None else z3.Or([z3.InRe(r.resource, seq(
            [z3.Re("arn:"), z3.Star(NOT_COLON), z3.Re(":" + service + ":"), z3.Star(NOT_COLON), z3.Re(":"),
             z3.Star(NOT_COLON), z3.Re(":"), z3.Plus(NOT_COLON)] + [z3.Re(":"), z3.Star(NOT_COLON)] * count))
            for count in range(most + 1)])
        crossed = z3.And(exists, within(r.resource, glob(text, escapes)))
        return disj([inside, conj([Three(crossed), unknown("crossing")])])

    def varying(self, name, value, text, readable=True):
        """A text with variables: exactly, where it has no wildcards but a star at its end."""
        r, read = self.r, with_variables(text)
        doubt = unknown(json.dumps(["varying", name, text]))
        if read is None or not readable:
            return doubt
        parts, conditions = [], []
        for part in read[0]:
            if isinstance(part, str):
                parts.append(z3.StringVal(part))
                continue
            key, default = part[0].lower(), part[1]
            if key in SEVERAL or KIND.get(key, "text") != "text":
                return doubt
            if self.is_own(key):
                own, there = r.own_value(key), self.own_present(key)
                if own is None:
                    return doubt
                # A doubtful presence is a doubt about the whole text.
                held, doubtful = there.low, z3.And(there.high, z3.Not(there.low))
                conditions.append(z3.Not(doubtful))
            else:
                held, own = r.key(key, "text")
            parts.append(own if default is None else z3.If(held, own, z3.StringVal(default)))
            if default is None:
                conditions.append(held)
        whole = z3.Concat(*parts) if len(parts) > 1 else parts[0]
        hit = z3.PrefixOf(whole, value) if read[1] else value == whole
        return Three(z3.And(hit, *conditions))

    def entries(self, principal):
        if principal == "*":
            return [("AWS", "*")]
        return [(kind, value) for kind, values in principal.items() for value in listed(values)]

    def principal(self, kind, value):
        r = self.r
        if kind == "CanonicalUser":
            return Three(z3.And(r.has_canonical, r.canonical == value))
        if kind in ("Service", "Federated"):
            which = r.kind == (SERVICE if kind == "Service" else IDENTITY)
            if regex.search(r"[*?]", value):
                return conj([Three(which), unknown(kind + value)])
            return Three(z3.And(which, r.name == value))
        if value == "*":
            return TRUE
        if regex.match(r"^A[A-Z]{3}[A-Z0-9]{12,124}$", value):
            return FALSE
        account = regex.match(r"^(?:arn:([\w-]+):iam::)?(\d{12})(?::root)?$", value)
        if account and (value.isdigit() or value.endswith(":root")):
            same = account.group(1) in (None, "aws")
            return Three(r.owner(z3.Re(account.group(2)))) if same else FALSE
        named = regex.match(
            r"^arn:([\w-]+):(iam|sts)::(\d{12}|cloudfront):(user|role|assumed-role|federated-user)/(.+)$", value)
        if not named or regex.search(r"[*?]", value):
            return conj([Three(r.has_arn()), unknown("principal " + value)])
        partition, _, owner, what, name = named.groups()
        if partition != "aws":
            return FALSE
        exactly = z3.And(r.has_arn(), r.arn == value)
        if what in ("role", "federated-user"):
            return Three(exactly)
        if what == "assumed-role":
            role, session = (name.split("/") + [""])[:2]
            path = z3.Option(seq([z3.Star(but(":\n")), z3.Re("/")]))
            roles = of_account(z3.Re(owner), "iam", z3.Re("role/"), path, z3.Re(role))
            return Three(z3.And(r.kind == ROLE, z3.InRe(r.arn, roles), r.session == session))
        federated = conj([Three(z3.And(r.kind == FEDERATED, r.owner(z3.Re(owner)))), unknown("acts for " + value)])
        return disj([Three(exactly), federated])

    def not_principal(self, entries):
        r = self.r
        if ("AWS", "*") in entries:
            return FALSE
        listed_ = disj([self.principal(*e) for e in entries])
        aws = [v for k, v in entries if k == "AWS"]
        accounts = [self.principal("AWS", v) for v in aws if v.isdigit() or v.endswith(":root")]
        of = lambda kind: [self.principal("AWS", v) for v in aws if (":" + kind + "/") in v]
        wholly = disj(
            [self.principal(k, v) for k, v in entries if k in ("Service", "Federated")]
            + [conj([disj(accounts), Three(r.kind == ROOT)])]
            + [conj([disj(accounts), Three(r.kind == USER), disj(of("user"))])]
            + [conj([disj(accounts), disj(of("federated-user"))])]
            + [conj([disj(accounts), disj(of("role")), disj(of("assumed-role"))])])
        named = [
            (regex.match(r"^arn:[\w-]+:(?:iam|sts)::(\d{12}|cloudfront):[\w-]+/.", v) or [None, None])[1]
            for v in aws]
        shared = [
            v for v in aws
            if (v.isdigit() or v.endswith(":root")) and regex.search(r"\d{12}", v).group(0) in named]
        others = [(k, v) for k, v in entries if k != "AWS" or not (v.isdigit() or v.endswith(":root"))]
        by_account = conj([disj([self.principal("AWS", v) for v in shared]), Three(r.kind != ROOT),
                           neg(disj([self.principal(*e) for e in others]))])
        part = conj([listed_, neg(wholly), unknown("NotPrincipal " + json.dumps(entries))])
        return disj([neg(listed_), by_account, part])

    def condition(self, operator, key, values, escapes):
        r = self.r
        key = key.lower()
        key = "aws:currenttime" if key == "aws:epochtime" else key
        doubt = unknown(json.dumps([operator, key, values, escapes]))
        if operator == "Null":
            low = [v.lower() for v in values]
            if not low or any(v not in ("true", "false") for v in low):
                return doubt
            absent = neg(self.own_present(key)) if self.is_own(key) else Three(z3.Not(r.present(key)))
            return disj(([absent] if "true" in low else []) + ([neg(absent)] if "false" in low else []))
        match = OPERATOR.match(operator)
        quantifier, base, exists = match.groups()
        family = self.family(base)
        if family is None or not values:
            return doubt
        negated = "Not" in base
        if self.is_own(key):
            if family not in ("text", "boolean"):
                return doubt
            present = self.own_present(key)
            equal = disj([self.own_one(key, base, v, escapes, present) for v in values])
            passes, absent = (neg(equal) if negated else equal), neg(present)
            return self.with_absence(passes, absent, quantifier, exists)
        kind = KIND.get(key, family)
        textual = kind in ("text", "boolean") and family in ("text", "boolean")
        as_number = kind == "number" and family == "text"
        if not textual and not as_number and kind != family and not (kind == "date" and family == "number"):
            return doubt
        if key in r.several:
            members = r.members(key)
            absent = Three(z3.Not(z3.Or([there for there, _ in members])))
            if quantifier is None and key in SEVERAL:
                may = conj([neg(absent), doubt])
                return disj([absent, may]) if negated or exists else may
            def passed(value):
                hit = disj([self.one(key, value, kind, family, base, w, escapes) for w in values])
                return neg(hit) if negated else hit
            some = disj([conj([Three(there), passed(value)]) for there, value in members])
            every = conj([disj([Three(z3.Not(there)), passed(value)]) for there, value in members])
            if quantifier is None:
                # Values that pass and fail: nobody knows which one is compared.
                plain = disj([
                    conj([neg(absent), every]),
                    conj([some, unknown("plain " + json.dumps([key, base, values, escapes]))])])
                return disj([absent, plain]) if negated or exists else plain
            return self.with_absence(every if quantifier == "ForAllValues" else some, absent, quantifier, exists)
        present, value = r.key(key, kind)
        hit = conj([Three(present), disj([self.one(key, value, kind, family, base, w, escapes) for w in values])])
        passes = neg(hit) if negated else hit
        return self.with_absence(passes, Three(z3.Not(present)), quantifier, exists)

    def one(self, key, value, kind, family, base, wanted, escapes):
        """Whether one value matches one text of a condition."""
        doubt = unknown(json.dumps(["one", key, kind, family, base.replace("Not", ""), wanted, escapes]))
        if escapes and variable(wanted):
            if family != "text" or kind not in ("text", "boolean"):
                return doubt
            if base.endswith("IgnoreCase") or (base.startswith("Arn") and not whole_arn(wanted)):
                return doubt
            if not (base.endswith("Like") or base.startswith("Arn")) and wanted.endswith("*"):
                return doubt
            return self.varying(key, value, wanted)
        if kind == "number" and family == "text":
            if base.endswith("Like") and not base.startswith("Arn") and set(wanted) == {"*"}:
                return TRUE
            bound = number(wanted)
            wild = base.endswith("Like") or base.startswith("Arn")
            if wild and regex.search(r"[*?]", wanted):
                return doubt
            if bound is None:
                return doubt if base.startswith("Arn") or regex.match(r"^[\d+.-]", wanted) else FALSE
            usual = regex.match(r"^(-?[1-9]\d*|0)(\.\d*[1-9])?$", wanted)
            return Three(value == z3.Q(bound.numerator, bound.denominator)) if usual else doubt
        if not self.readable(family, base, wanted):
            return doubt
        if kind == "date" and family == "number" and (number(wanted) * 1000).denominator != 1:
            return doubt
        return Three(self.value_test(value, kind, family, base, wanted, escapes))

    def own_one(self, key, base, wanted, escapes, present):
        if escapes and variable(wanted):
            own = self.r.own_value(key)
            plain = not base.endswith("IgnoreCase") and base != "Bool" and not base.startswith("Arn")
            like = base.endswith("Like") or not wanted.endswith("*")
            if own is None or not plain or not like:
                return conj([present, unknown(json.dumps(["own varies", key, base.replace("Not", ""), wanted]))])
            doubtful = z3.And(present.high, z3.Not(present.low))
            known = conj([Three(z3.And(present.low, z3.Not(doubtful))), self.varying(key, own, wanted)])
            return disj([known, conj([Three(doubtful), present, unknown(json.dumps(["own varies", key, wanted]))])])
        if not self.readable("boolean" if base == "Bool" else "text", base, wanted):
            return conj([present, unknown(json.dumps(["own one", key, base.replace("Not", ""), wanted, escapes]))])
        return self.own_equals(key, base, wanted, escapes)

    def with_absence(self, passes, absent, quantifier, exists):
        if quantifier == "ForAnyValue":
            there = conj([neg(absent), passes])
            return disj([there, conj([absent, unknown("ForAnyValue with IfExists")])]) if exists else there
        return disj([absent, passes]) if exists or quantifier == "ForAllValues" else passes

    def family(self, base):
        if base in ("StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
                    "StringLike", "StringNotLike", "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"):
            return "text"
        if base == "Bool":
            return "boolean"
        if base in ("IpAddress", "NotIpAddress"):
            return "address"
        match = regex.match(
            r"^(Numeric|Date)(NotEquals|Equals|LessThanEquals|LessThan|GreaterThanEquals|GreaterThan)$", base)
        return None if not match else "number" if match.group(1) == "Numeric" else "date"

    def readable(self, family, base, value):
        if family == "text":
            return not base.startswith("Arn") or whole_arn(value)
        if family == "boolean":
            return value.lower() in ("true", "false")
        return {"number": number, "date": moment, "address": block}[family](value) is not None

    def value_test(self, value, kind, family, base, wanted, escapes):
        if kind in ("text", "boolean"):
            return within(value, text_test(base, wanted, escapes))
        if kind == "address":
            net = block(wanted)
            six, bits = value
            size = 128 if net.version == 6 else 32
            first = int(net.network_address)
            last = first + (1 << (size - net.prefixlen)) - 1
            inside = z3.And(z3.UGE(bits, z3.BitVecVal(first, 128)), z3.ULE(bits, z3.BitVecVal(last, 128)))
            return z3.And(six == z3.BoolVal(net.version == 6), inside)
        relation = regex.sub("^(Numeric|Date)", "", base)
        if kind == "date":
            bound = moment(wanted) if family == "date" else number(wanted) * 1000
        else:
            bound = number(wanted)
        bound = Fraction(bound)
        return compared(relation, value, z3.Q(bound.numerator, bound.denominator))

    OWN = {"aws:principalarn", "aws:principalaccount", "kms:calleraccount", "aws:principalisawsservice",
           "aws:principalservicename", "aws:username", "aws:userid", "aws:principaltype"}

    def is_own(self, key):
        return key in self.OWN

    def own_present(self, key):
        r = self.r
        unsure = lambda who: conj([Three(who), unknown("own " + key)])
        if key == "aws:principalarn":
            return disj([Three(r.has_arn()), unsure(r.kind == SERVICE)])
        if key in ("aws:principalaccount", "kms:calleraccount", "aws:principaltype"):
            name = "own account" if key != "aws:principaltype" else "own type"
            return disj([Three(z3.Or(r.has_arn(), r.kind == ANONYMOUS)), conj([Three(r.outside()), unknown(name)])])
        if key == "aws:principalisawsservice":
            return Three(z3.Or(r.has_arn(), r.kind == SERVICE))
        if key == "aws:principalservicename":
            return Three(r.kind == SERVICE)
        if key == "aws:userid":
            return disj([Three(z3.Or(r.has_arn(), r.kind == ANONYMOUS)), unsure(r.outside())])
        return Three(r.kind == USER)

    def own_equals(self, key, base, wanted, escapes):
        r = self.r
        test = text_test(base, wanted, escapes)
        how = (
            "arn" if base.startswith("Arn") else "like" if base.endswith("Like")
            else "case" if base.endswith("IgnoreCase") or base == "Bool" else "exact")
        unsure = lambda who: conj([
            Three(who),
            unknown(json.dumps(["own", key.replace("kms:caller", "aws:principal"), how, wanted, escapes]))])
        if key == "aws:principalarn":
            return disj([Three(z3.And(r.has_arn(), within(r.arn, test))), unsure(r.kind == SERVICE)])
        if key in ("aws:principalaccount", "kms:calleraccount"):
            named = r.owner(z3.Intersect(expression(test), z3.Star(but(":\n"))))
            nobody = z3.And(r.kind == ANONYMOUS, within(z3.StringVal("anonymous"), test))
            return disj([Three(z3.Or(named, nobody)), unsure(r.outside())])
        if key == "aws:principalisawsservice":
            yes = z3.And(r.kind == SERVICE, within(z3.StringVal("true"), test))
            return Three(z3.Or(yes, z3.And(r.has_arn(), within(z3.StringVal("false"), test))))
        if key == "aws:principalservicename":
            return Three(z3.And(r.kind == SERVICE, within(r.name, test)))
        if key == "aws:username":
            path = z3.Option(seq([z3.Star(but(":\n")), z3.Re("/")]))
            own = z3.Intersect(expression(test), z3.Star(but(":\n/")))
            users = of_account(z3.Star(but(":\n")), "iam", z3.Re("user/"), path, own)
            return Three(z3.And(r.kind == USER, z3.InRe(r.arn, users)))
        if key == "aws:userid":
            known = z3.And(z3.Or(r.has_arn(), r.kind == ANONYMOUS), within(r.own_value(key), test))
            return disj([Three(known), unsure(r.outside())])
        types = {ROOT: "Account", USER: "User", ROLE: "AssumedRole", FEDERATED: "FederatedUser", ANONYMOUS: "Anonymous"}
        hits = [z3.And(r.kind == k, within(z3.StringVal(v), test)) for k, v in types.items()]
        return disj([Three(z3.Or(hits)), unsure(r.outside())])


def listed(value):
    return value if isinstance(value, list) else [value]


def scalar(value):
    return json.dumps(value) if isinstance(value, (bool, int, float)) else value


def set_keys(question):
    """Keys of services that some operator takes for a set."""
    found = set()
    def visit(value):
        if isinstance(value, dict):
            for name, inner in value.items():
                if name.startswith(("ForAnyValue:", "ForAllValues:")) and isinstance(inner, dict):
                    found.update(k.lower() for k in inner if not k.lower().startswith("aws:"))
                visit(inner)
        elif isinstance(value, list):
            for inner in value:
                visit(inner)
    visit(question)
    return found


def answer(question):
    for name in ("grantedBy", "notDeniedBy", "notGrantedBy"):
        for document in question.get(name, []):
            if isinstance(document["content"], str):
                document["content"] = json.loads(document["content"])
    among = question.get("among", [])
    request = Request(
        [a for pair in among for a in pair["actions"]] if among else None, set_keys(question), question.get("now", 0))
    compiler = Compiler(request)
    items = [compiler.document(d)[0] for d in question.get("grantedBy", [])]
    items += [compiler.document(d)[1] for d in question.get("notDeniedBy", [])]
    items += [neg(compiler.document(d)[0]) for d in question.get("notGrantedBy", [])]
    items += [compiler.part(p) for p in question.get("where", [])]
    items += [neg(compiler.part(p)) for p in question.get("whereNot", [])]
    if among:
        items.append(disj([compiler.part({"Action": p["actions"], "Resource": p["resources"]}) for p in among]))
    asked = conj(items)
    certain = solved(asked.low, request)
    # What is there for certain is possible, and without an answer to the one the other says nothing.
    possible = certain if certain is not False else solved(asked.exact, request)
    return {"certain": certain, "possible": possible}


def solved(formula, request):
    solver = z3.Solver()
    solver.set("timeout", 1500)
    solver.add(formula, *request.truths())
    result = solver.check()
    return None if result == z3.unknown else result == z3.sat


for line in sys.stdin:
    start = time.perf_counter()
    try:
        result = answer(json.loads(line))
    except Exception as error:  # one question that cannot be asked must not end the others
        result = {"error": repr(error) + traceback.format_exc()}
    result["ms"] = (time.perf_counter() - start) * 1000
    print(json.dumps(result), flush=True)
