using System.Reflection;
using Ethics.Crm.TestKit;
using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Parity.Tests.Guards;

/// <summary>How old a value is and where it comes from: a woven model asks what the guarded one asks.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class OriginParityTests
{
    private const string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "title": "E-mail address", "collectedFor": ["support", "marketing"], "redacted": "•••" }, "contact.at": { "title": "When", "collectedFor": ["billing"] } },
          "sources": { "bought-list": { "title": "List broker", "direct": false }, "web-form": { "title": "Our form", "direct": true } },
          "purposes": {
            "support":   { "title": "Answer your questions", "basis": "contract" },
            "billing":   { "title": "Invoice you", "basis": "contract" },
            "marketing": { "title": "Send you offers", "basis": "consent", "maxAge": "P90D" }
          }
        }
        """;

    private const string Label = """[DataCategory("contact.email"), CollectedAt("At")]""";
    private const string Person = """[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } """;
    private const string Made = "new Contact { Id = id, At = at, Email = \"value\" }";

    /// <summary>Each with what it answers for marketing: of young data, of old data, of data without a time. A time that cannot be read past its own gate, as a guarded one of a base, tells none.</summary>
    public static TheoryData<string, string, string, string> Models() => new()
    {
        { "property", Person + "public System.DateTime? At { get; set; } " + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "field", Person + "public System.DateTime? At; " + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "of another type", Person + "public System.DateTimeOffset? At { get; set; } " + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "struct", Person.Replace("class", "struct") + "public System.DateTime? At { get; set; } " + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "guarded time", Person + """[DataCategory("contact.at")] public PARTIAL System.DateTime? At { get; set; } """ + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "time of a base", "public class Base { public System.DateTime? At { get; set; } } " + Person.Replace("Contact {", "Contact : Base {") + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "guarded time of a base", "public PARTIAL class Base { [DataSubjectId] public int Id { get; set; } [DataCategory(\"contact.at\")] public PARTIAL System.DateTime? At { get; set; } } " + "[DataSubject(\"contact\")] public PARTIAL class Contact : Base { " + Label + " public PARTIAL string Email { get; set; } }", Made, "TooOld TooOld TooOld" },
        { "time of a generic base", "public class Base<T> { public T At { get; set; } = default!; } " + Person.Replace("Contact {", "Contact : Base<System.DateTime?> {") + Label + " public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "time that fails", Person + "public System.DateTime? Given { get; set; } public System.DateTime At => throw new System.InvalidOperationException(); " + Label + " public PARTIAL string Email { get; set; } }", Made.Replace("At = at", "Given = at"), "TooOld TooOld TooOld" },
        { "no such time", Person + "public System.DateTime? Given { get; set; } " + Label + " public PARTIAL string Email { get; set; } }", Made.Replace("At = at", "Given = at"), "TooOld TooOld TooOld" },
        { "text instead of a time", Person + "public System.DateTime? Given { get; set; } public string At { get; set; } = \"\"; " + Label + " public PARTIAL string Email { get; set; } }", Made.Replace("At = at", "Given = at"), "TooOld TooOld TooOld" },
        { "private time of a base", "public class Base { public System.DateTime? Given { set => At = value; } private System.DateTime? At { get; set; } } " + Person.Replace("Contact {", "Contact : Base {") + Label + " public PARTIAL string Email { get; set; } }", Made.Replace("At = at", "Given = at"), "TooOld TooOld TooOld" },
        { "said by the interface", "public interface IReachable { [CollectedAt(\"At\")] string Email { get; } } " + Person.Replace("Contact {", "Contact : IReachable {") + "public System.DateTime? At { get; set; } [DataCategory(\"contact.email\")] public PARTIAL string Email { get; set; } }", Made, "value TooOld TooOld" },
        { "nothing said", Person + "public System.DateTime? At { get; set; } [DataCategory(\"contact.email\")] public PARTIAL string Email { get; set; } }", Made, "value value value" },
        { "bought", Person + "public System.DateTime? At { get; set; } [DataCategory(\"contact.email\"), CollectedFrom(\"bought-list\")] public PARTIAL string Email { get; set; } }", Made, "SourceUntold SourceUntold SourceUntold" },
        { "given", Person + "public System.DateTime? At { get; set; } [DataCategory(\"contact.email\"), CollectedFrom(\"web-form\")] public PARTIAL string Email { get; set; } }", Made, "value value value" },
    };

    [Theory, MemberData(nameof(Models))]
    public async Task WovenModel_AsksWhatTheGuardedOneAsks(string name, string model, string make, string expected)
    {
        Assert.NotEmpty(name);
        var guarded = await RunAsync(GeneratedModel.Of(Program(model, make, "partial "), Policy));
        using var woven = WovenModel.Of(Program(model, make, ""), LanguageVersion.CSharp14, Policy);

        Assert.Equal(guarded, await RunAsync(woven.Assembly));
        Assert.Equal(expected, guarded[0]);
    }

    private static string Program(string model, string make, string partial) =>
        $"using Ethics.Crm; namespace Acme {{ {model.Replace("PARTIAL ", partial, StringComparison.Ordinal)} public static class Maker {{ public static object Make(int id, System.DateTime? at) => {make}; }} }}";

    private static async Task<IReadOnlyList<string>> RunAsync(Assembly model)
    {
        var make = model.GetType("Acme.Maker")!.GetMethod("Make")!.CreateDelegate<Func<int, DateTime?, object>>();
        using var application = new Application(Policy);
        var person = new SubjectKey(null, "contact", "7");
        await application.Services.GetRequiredService<IConsentLedger>().GrantAsync(person, "marketing");
        var all = new[] { make(7, DateTime.UtcNow.AddDays(-10)), make(7, DateTime.UtcNow.AddDays(-100)), make(7, null) };
        var lines = new List<string> { Of("marketing"), Of("support"), string.Join(" ", all.Select(Written)) };
        await application.Services.GetRequiredService<ISourceNotices>().RecordAsync(person, "bought-list");
        lines.Add(Of("marketing"));
        lines.Add(Of("support"));
        return lines;

        string Of(string purpose) => string.Join(" ", all.Select(one => ModelRun.In(purpose, one).Split(' ')[0]));
    }

    /// <summary>What a form that posts back the redacted text would leave behind.</summary>
    private static string Written(object one)
    {
        if (one.GetType().IsValueType)
            return "value";
        using (PurposeScope.Enter("marketing"))
            one.GetType().GetProperty("Email")!.SetValue(one, "value");
        return ModelRun.In("support", one).Split(' ')[0];
    }
}
