using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Tests.Schema;

/// <summary>Each key of the policy is compared at a reload, or is one that opens nothing while the program runs, for a reason that is said here. A new key fails until somebody has decided.</summary>
public sealed class ComparedKeysTests
{
    private const string Words = "words for people";
    private const string Build = "the build alone asks it";
    private const string Overlays = "speaks to overlays, not to data";
    private const string Nobody = "nothing asks it while the program runs";

    private static readonly HashSet<string> Compared = new(StringComparer.Ordinal)
    {
        "policy.categories", "policy.purposes", "policy.compatible", "policy.sources", "policy.recipients", "policy.transfers", "policy.fields", "policy.attributes", "policy.code", "policy.rules", "policy.enforcement",
        "category.collectedFor", "category.only", "category.special", "category.protected", "category.inConfidence", "category.derivedFrom",
        "purpose.basis", "purpose.consentFrom", "purpose.consentExpires", "purpose.directMarketing", "purpose.personalisation", "purpose.decision", "purpose.article9", "purpose.channels", "purpose.maxAge", "purpose.retention", "purpose.quietHours", "purpose.frequency",
        "compatible purpose.from", "compatible purpose.to", "source.direct", "recipient.for", "recipient.categories", "recipient.country", "recipient.safeguard", "transfers.free",
        "label.category", "label.collectedFor", "code entry.purposes", "code entry.only", "rule.deny", "denial.categories", "denial.purposes", "rule.id", "rule.evenWithConsent",
        "enforcement.default", "enforcement.purposes", "enforcement.categories", "enforcement.rules",
    };

    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["policy.version"] = "there is one", ["policy.extends"] = "what the files say together is compared", ["policy.controller"] = Words, ["policy.notice"] = Words, ["controller.name"] = Words, ["controller.contact"] = Words,
        ["notice.version"] = "written into receipts; what consent counts is consentFrom", ["notice.language"] = Words, ["category.title"] = Words, ["purpose.title"] = Words, ["source.title"] = Words, ["recipient.title"] = Words,
        ["category.sameAs"] = Words, ["category.redacted"] = "which text stands for a value, not whether", ["purpose.assessment"] = Words, ["compatible purpose.because"] = Words, ["compatible purpose.informed"] = Words, ["rule.because"] = Words,
        ["category.lookup"] = Nobody, ["category.sensitive"] = "written into receipts; the build asks it of logs and storage", ["category.proxyFor"] = Build,
        ["recipient.role"] = "written into receipts; which notices must name it is nobody's check yet", ["policy.erasure"] = Nobody, ["erasure rule.categories"] = Nobody, ["erasure rule.action"] = Nobody, ["erasure rule.until"] = Nobody, ["erasure rule.law"] = Words,
        ["policy.entities"] = Build, ["policy.sinks"] = Build, ["sink.method"] = Build, ["sink.disclosesTo"] = Build, ["sink.log"] = Build, ["policy.anonymizers"] = Build, ["anonymizer.method"] = Build, ["anonymizer.because"] = Words, ["policy.declassify"] = Build,
        ["category.open"] = Overlays, ["purpose.open"] = Overlays, ["source.open"] = Overlays, ["recipient.open"] = Overlays, ["transfers.open"] = Overlays, ["label.open"] = Overlays, ["code entry.open"] = Overlays, ["anonymizer.open"] = Overlays,
        ["rule.open"] = Overlays, ["enforcement.open"] = Overlays,
    };

    [Fact]
    public void EachKey_IsComparedOrHarmless()
    {
        var keys = Keys(PolicyShapes.Root).Distinct().ToList();

        Assert.Equal([], keys.Where(static key => !Compared.Contains(key) && !Harmless.ContainsKey(key)));
        Assert.Equal([], keys.Where(static key => Compared.Contains(key) && Harmless.ContainsKey(key)));
        Assert.Equal([], Compared.Concat(Harmless.Keys).Except(keys));
    }

    private static IEnumerable<string> Keys(Shape shape) => shape switch
    {
        ObjectShape known => known.Keys.SelectMany(key => Keys(key.Shape).Prepend(known.What + "." + key.Name)),
        MapShape map => Keys(map.Values),
        ListShape list => Keys(list.Items),
        EitherShape either => Keys(either.Object),
        _ => [],
    };
}
