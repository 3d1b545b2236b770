namespace Ethics.Crm.Policy.Shapes;

// Properties, not fields: a static field here could be read by Root before it has its value.
internal static partial class PolicyShapes
{
    private static ObjectShape Controller => new(
        "controller",
        new("name", Sentence, "Name of the company."),
        new("contact", Sentence, "Where people reach it about their data."));

    private static ObjectShape Category => new(
        "category",
        new("title", Free, "The name that people see."),
        new("collectedFor", Purposes, "Purposes of members that are labelled with this category alone. Inherited."),
        new("only", Purposes, "Ceiling: the purposes that anything may ever permit for it. Holds for everything beneath."),
        new("sameAs", new ListShape(Sentence), "The same category in other vocabularies, e.g. dpv-pd:EmailAddress."),
        new("redacted", Free, "The text that stands for it where reads are redacted. Inherited."),
        new("lookup", Flag, "Equality search by keyed hash is allowed when it is encrypted."),
        new("special", Flag, "Art. 9 GDPR: only for purposes that rest on consent or name their article9 ground. Inherited."),
        new("protected", Flag, "May not influence a decision purpose. Inherited."),
        new("inConfidence", Flag, "Told in confidence: not for purposes with personalisation. Inherited."),
        new("sensitive", Flag, "Must be encrypted at rest and never logged. Inherited."),
        new("proxyFor", Categories, "Protected categories that this one gives away; may not influence a decision purpose."),
        new("derivedFrom", Categories, "Categories that this one is computed from: every rule on them applies to it."),
        Open);

    private static ObjectShape Purpose => new(
        "purpose",
        new("title", Free, "The purpose as people read it."),
        new("basis", new WordShape(Words.Bases), "Lawful basis, Art. 6(1) GDPR.", Required: true),
        new("assessment", Sentence, "The balancing test for legitimate interests."),
        new("retention", Duration, "How long data is kept for it: an ISO 8601 duration."),
        new("consentFrom", Sentence, "Consent to an older notice version no longer counts; versions compare as ordinal text."),
        new("consentExpires", Duration, "Consent lapses after that time."),
        new("directMarketing", Flag, "Direct marketing: an objection always holds."),
        new("personalisation", Flag, "Tailors what a person sees: data told in confidence may not be used."),
        new("decision", Flag, "Decides about people: protected data and its proxies may not influence it."),
        new("article9", Sentence, "The ground for special categories, e.g. Art. 9(2)(h)."),
        new("channels", new ListShape(new TextShape(Forms.Channel)), "Ways to reach people, each with its own choice."),
        new("maxAge", Duration, "Data older than that may not be used."),
        new("quietHours", new TextShape(Forms.QuietHours), "When nobody is contacted, e.g. 21:00/08:00."),
        new("frequency", new TextShape(Forms.Frequency), "At most so many contacts in that time, e.g. 3/P7D."),
        Open);

    private static ObjectShape Compatible => new(
        "compatible purpose",
        new("from", new TextShape(Forms.Purpose), "The purpose for which data was collected.", Required: true),
        new("to", new TextShape(Forms.Purpose), "The further purpose that it may serve.", Required: true),
        new("because", Sentence, "The assessment, Art. 6(4) GDPR."),
        new("informed", Sentence, "How people were told."));

    private static ObjectShape Source => new(
        "source",
        new("title", Free, "The source as people read it."),
        new("direct", Flag, "True when the person gave it; false makes it unusable until the person has been told."),
        Open);

    private static ObjectShape Recipient => new(
        "recipient",
        new("title", Free, "Name of the recipient."),
        new("role", new WordShape(Words.Roles), "processor, controller or joint; the notice names the last two."),
        new("for", Purposes, "Purposes for which it may have data."),
        new("categories", Categories, "Categories that it may have."),
        new("country", new TextShape(Forms.Country), "Where it is: an ISO 3166 code."),
        new("safeguard", Sentence, "What protects data there, e.g. DPF or SCC."),
        Open);

    private static ObjectShape Transfers => new(
        "transfers",
        new("free", new ListShape(new TextShape(Forms.Region)), "Countries to which data may go freely; EEA stands for its members."),
        Open);

    private static ObjectShape Erasure => new(
        "erasure rule",
        new("categories", new ListShape(new TextShape(Forms.CategoryOrBranch), needsOne: true), "What it is about."),
        new("action", new WordShape(Words.Actions), "erase, anonymise, or retain by law."),
        new("until", Duration, "How long it is retained: an ISO 8601 duration."),
        new("law", Sentence, "The law that asks for it."));

    private static ObjectShape Label => new(
        "label",
        new("category", new TextShape(Forms.Category), "What kind of personal data."),
        new("collectedFor", Purposes, "The purposes it was collected for; else the category's."),
        Open);

    private static ObjectShape Code => new(
        "code entry",
        new("purposes", Purposes, "What this code works for."),
        new("only", Flag, "Ceiling: attributes and scopes inside may declare nothing else."),
        Open);

    private static ObjectShape Sink => new(
        "sink",
        new("method", new TextShape(Forms.Method), "Method or settable property, as a pattern.", Required: true),
        new("disclosesTo", new TextShape(Forms.Recipient), "The recipient that gets what is passed here."),
        new("log", Flag, "It logs what is passed here."));

    private static ObjectShape Anonymizer => new(
        "anonymizer",
        new("method", new TextShape(Forms.Method), "Method whose result is no longer personal data, as a pattern.", Required: true),
        new("because", Sentence, "Why."),
        Open);

    private static ObjectShape Rule => new(
        "rule",
        new("id", Sentence, "How messages name it."),
        new(
            "deny",
            new ObjectShape(
                "denial",
                new("categories", new ListShape(new TextShape(Forms.CategoryOrBranch), needsOne: true), "Data that may not be used …", Required: true),
                new("purposes", new ListShape(new TextShape(Forms.PurposeOrBranch), needsOne: true), "… for these purposes.", Required: true)),
            "What is denied.",
            Required: true),
        new("because", Sentence, "Why."),
        new("evenWithConsent", Flag, "No consent lifts it."),
        Open);

    private static ObjectShape Enforcement => new(
        "enforcement",
        new("default", Mode, "What happens where nothing below matches; enforce when absent."),
        new("purposes", new MapShape(Forms.PurposeOrBranch, Mode), "By purpose; the strictest that matches counts."),
        new("categories", new MapShape(Forms.CategoryOrBranch, Mode), "By category."),
        new("rules", new MapShape(Forms.RuleId, Mode), "By id of a rule."),
        Open);

    private static ObjectShape Notice => new(
        "notice",
        new("version", Sentence, "Version of the wording; versions compare as ordinal text."),
        new("language", new TextShape(Forms.Language), "Language of the titles, e.g. en."));
}
