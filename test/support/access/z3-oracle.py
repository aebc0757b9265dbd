# Copyright 2026 the pulumi-agora-classroom authors.
# SPDX-License-Identifier: Apache-2.0
"""
Answers the questions of policies/access with z3, as an oracle for its tests. Written from AWS's
documentation, sharing nothing with the library: a request is strings, and a pattern a regular expression.

Reads one question as JSON per line, writes one answer as JSON per line:
{"certain": whether a request is there whatever is not understood, "possible": whether one may be, "ms": ...}
"""
import json
import re as regex
import sys
import time
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


def variable(text):
    return any(m not in "*?$" or m == "" for m in regex.findall(r"\$\{([^}]*)\}", text))


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
SEVERAL = {"aws:tagkeys", "aws:principalorgpaths", "aws:calledvia", "dynamodb:leadingkeys", "kms:encryptioncontextkeys"}
MEMBERS = 5
OPERATOR = regex.compile(r"^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$")


def of_account(account, namespace, *rest):
    service = z3.Re(namespace) if namespace else z3.Union(z3.Re("iam"), z3.Re("sts"))
    return seq([z3.Re("arn:aws:"), service, z3.Re("::"), account, z3.Re(":"), *rest])


class Request:
    def __init__(self, actions, several):
        self.kind, self.arn = z3.Int("kind"), z3.String("arn")
        self.name, self.session = z3.String("name"), z3.String("session")
        self.canonical, self.has_canonical = z3.String("canonical"), z3.Bool("has canonical")
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
            self.keys[key] = [(z3.Bool(f"{key} has {i}"), z3.String(f"{key} {i}")) for i in range(MEMBERS)]
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
        rules += [z3.Implies(p(key), self.has_arn()) for key in has if key.startswith("aws:principaltag/")]
        for key in has:
            if self.kinds.get(key) == "boolean":
                rules.append(z3.Or(self.keys[key][1] == "true", self.keys[key][1] == "false"))
        return self.rules + rules


def number(text):
    match = regex.match(r"^[+-]?\d{1,18}(\.\d{1,9})?$", text)
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
            "LessThanEquals": value <= bound, "GreaterThan": value > bound, "GreaterThanEquals": value >= bound}[relation]


def text_test(base, wanted, escapes):
    """A regular expression for a text operator."""
    if base.startswith("Arn"):
        return EVERYTHING if wanted == "*" else arn(wanted, escapes)
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
        if text == "*":
            return TRUE
        if (escapes and variable(text)) or not whole_arn(text):
            return unknown("resource " + text)
        inside = Three(within(self.r.resource, arn(text, escapes)))
        if not regex.search(r"[*?]", ":".join(text.split(":")[:5])):
            return inside
        return disj([inside, conj([Three(within(self.r.resource, glob(text, escapes))), unknown("crossing")])])

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
        named = regex.match(r"^arn:([\w-]+):(iam|sts)::(\d{12}|cloudfront):(user|role|assumed-role|federated-user)/(.+)$", value)
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
        return disj([neg(listed_), conj([listed_, neg(wholly), unknown("NotPrincipal " + json.dumps(entries))])])

    def condition(self, operator, key, values, escapes):
        r = self.r
        key = key.lower()
        key = "aws:currenttime" if key == "aws:epochtime" else key
        doubt = unknown(json.dumps([operator, key, values, escapes]))
        if operator == "Null":
            low = [v.lower() for v in values]
            if len(low) != 1 or low[0] not in ("true", "false"):
                return doubt
            absent = neg(self.own_present(key)) if self.is_own(key) else Three(z3.Not(r.present(key)))
            return absent if low[0] == "true" else neg(absent)
        match = OPERATOR.match(operator)
        quantifier, base, exists = match.groups()
        family = self.family(base)
        if family is None or not values or (escapes and any(variable(v) for v in values)):
            return doubt
        if not all(self.readable(family, base, v) for v in values):
            return doubt
        negated = "Not" in base
        if self.is_own(key):
            if family not in ("text", "boolean"):
                return doubt
            equal = disj([self.own_equals(key, base, v, escapes) for v in values])
            passes, absent = (neg(equal) if negated else equal), neg(self.own_present(key))
            return self.with_absence(passes, absent, quantifier, exists)
        kind = KIND.get(key, family)
        textual = kind in ("text", "boolean") and family in ("text", "boolean")
        if not textual and kind != family and not (kind == "date" and family == "number"):
            return doubt
        if kind == "date" and family == "number" and any((number(v) * 1000).denominator != 1 for v in values):
            return doubt
        if key in r.several:
            members = r.members(key)
            absent = Three(z3.Not(z3.Or([there for there, _ in members])))
            if quantifier is None and key in SEVERAL:
                may = conj([neg(absent), doubt])
                return disj([absent, may]) if negated or exists else may
            def passed(value):
                hit = z3.Or([within(value, text_test(base, w, escapes)) for w in values])
                return z3.Not(hit) if negated else hit
            some = z3.Or([z3.And(there, passed(value)) for there, value in members])
            every = z3.And([z3.Implies(there, passed(value)) for there, value in members])
            return self.with_absence(Three(every if quantifier == "ForAllValues" else some), absent, quantifier, exists)
        present, value = r.key(key, kind)
        hit = z3.Or([self.value_test(value, kind, family, base, w, escapes) for w in values])
        hit = z3.And(present, hit)
        passes = z3.Not(hit) if negated else hit
        return self.with_absence(Three(passes), Three(z3.Not(present)), quantifier, exists)

    def with_absence(self, passes, absent, quantifier, exists):
        if quantifier == "ForAnyValue":
            there = conj([neg(absent), passes])
            return disj([there, conj([absent, unknown("ForAnyValue with IfExists")])]) if exists else there
        return disj([absent, passes]) if exists or quantifier == "ForAllValues" else passes

    def family(self, base):
        if base in ("StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
                    "StringNotLike", "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"):
            return "text"
        if base == "Bool":
            return "boolean"
        if base in ("IpAddress", "NotIpAddress"):
            return "address"
        match = regex.match(r"^(Numeric|Date)(NotEquals|Equals|LessThanEquals|LessThan|GreaterThanEquals|GreaterThan)$", base)
        return None if not match else "number" if match.group(1) == "Numeric" else "date"

    def readable(self, family, base, value):
        if family == "text":
            return not base.startswith("Arn") or value == "*" or whole_arn(value)
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
           "aws:principalservicename", "aws:username", "aws:principaltype"}

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
        return disj([Three(r.kind == USER), unsure(r.kind == FEDERATED)])

    def own_equals(self, key, base, wanted, escapes):
        r = self.r
        test = text_test(base, wanted, escapes)
        how = "arn" if base.startswith("Arn") else "like" if base.endswith("Like") else "case" if base.endswith("IgnoreCase") or base == "Bool" else "exact"
        unsure = lambda who: conj([Three(who), unknown(json.dumps(["own", key.replace("kms:caller", "aws:principal"), how, wanted, escapes]))])
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
            return disj([Three(z3.And(r.kind == USER, z3.InRe(r.arn, users))), unsure(r.kind == FEDERATED)])
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
    request = Request([a for pair in among for a in pair["actions"]] if among else None, set_keys(question))
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
        result = {"error": repr(error)}
    result["ms"] = (time.perf_counter() - start) * 1000
    print(json.dumps(result), flush=True)
