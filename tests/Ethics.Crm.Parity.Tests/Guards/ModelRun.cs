using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Parity.Tests.Guards;

/// <summary>All that is done to a model, and what came of it, line by line.</summary>
internal static class ModelRun
{
    public const string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "title": "E-mail address", "collectedFor": ["support", "marketing"], "redacted": "•••" } },
          "purposes": {
            "support":   { "title": "Answer your questions", "basis": "contract" },
            "billing":   { "title": "Invoice you", "basis": "contract" },
            "marketing": { "title": "Send you offers", "basis": "consent" }
          }
        }
        """;

    public static async Task<IReadOnlyList<string>> OfAsync(Assembly model)
    {
        var lines = new List<string>();
        var make = model.GetType("Acme.Maker")!.GetMethod("Make")!.CreateDelegate<Func<int, object>>();
        using (var application = new Application(Policy))
            await EnforcedAsync(lines, make, application.Services.GetRequiredService<IConsentLedger>());
        using (new Application(With("redact")))
            Modes(lines, "redact", make(7));
        using (new Application(With("audit")))
            Modes(lines, "audit", make(7));
        return lines;
    }

    private static async Task EnforcedAsync(List<string> lines, Func<int, object> make, IConsentLedger ledger)
    {
        object seven = make(7), eight = make(8);
        lines.Add("no scope: " + Read(seven));
        foreach (var purpose in new[] { "support", "billing", "astrology", "marketing" })
            lines.Add($"{purpose}: {In(purpose, seven)}");

        lines.Add("people: " + string.Join(", ", SubjectKeys(seven)));
        foreach (var person in Named(seven))
            await ledger.GrantAsync(person, "marketing");
        lines.Add($"marketing, of one who consented and of another: {In("marketing", seven)}, {In("marketing", eight)}");
        foreach (var person in Named(seven))
            await ledger.WithdrawAsync(person, "marketing");
        lines.Add("marketing, withdrawn: " + In("marketing", seven));
        foreach (var person in Named(eight))
            await ledger.RestrictAsync(person, "disputed");
        lines.Add($"support, of one who is restricted and of another: {In("support", eight)}, {In("support", make(9))}");

        lines.Add("text: " + seven);
        lines.Add($"equal: {Equals(seven, make(7))} {Equals(seven, make(8))}");
        lines.Add("json: " + Outcome(() => JsonSerializer.Serialize(seven)));
        var asking = new JsonSerializerOptions().UsePurposes();
        foreach (var purpose in new[] { "support", "billing" })
        {
            using (PurposeScope.Enter(purpose))
                lines.Add($"json for {purpose}: " + Outcome(() => JsonSerializer.Serialize(seven, asking)));
        }

        Stored(lines, make(9));
    }

    private static void Stored(List<string> lines, object one)
    {
        var storage = new StorageSerializer();
        var type = one.GetType();
        var text = (string)Generic(nameof(StorageSerializer.SerializeToString), type).Invoke(storage, [one])!;
        lines.Add("stored: " + text);
        try
        {
            var back = Generic(nameof(StorageSerializer.DeserializeFromString), type).Invoke(storage, [text])!;
            lines.Add($"stored and back: {Read(back)}, {In("support", back)}, {In("marketing", back)}");
        }
        catch (TargetInvocationException failed)
        {
            lines.Add("does not come back: " + failed.InnerException!.GetType().Name);
        }

        static MethodInfo Generic(string name, Type type) => typeof(StorageSerializer).GetMethods().Single(one => one.Name == name).MakeGenericMethod(type);
    }

    private static void Modes(List<string> lines, string mode, object one)
    {
        lines.Add($"{mode}: {Read(one)}, {In("support", one)}, {In("billing", one)}, {In("marketing", one)}");
        lines.Add($"{mode}, text: {one}");
    }

    private static IEnumerable<SubjectKey> SubjectKeys(object one) => Ethics.Crm.Runtime.ObjectSubjects.Of(one);

    /// <summary>Without somebody unknown, who decides nothing.</summary>
    private static IEnumerable<SubjectKey> Named(object one) => SubjectKeys(one).Where(static person => person.Id is not null);

    public static string In(string purpose, object one)
    {
        using (PurposeScope.Enter(purpose))
            return Read(one);
    }

    public static string Read(object one) => Outcome(() => one.GetType().GetProperty("Email")!.GetValue(one) switch
    {
        null => "value null",
        string text => text + " ",
        IDictionary pairs => "value " + string.Join(";", pairs.Keys.Cast<object>()),
        IEnumerable all => "value " + string.Join(";", all.Cast<object>()),
        IFormattable other => "value " + other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    });

    private static string Outcome(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is PurposeViolationException refused)
        {
            return Words(refused);
        }
        catch (PurposeViolationException refused)
        {
            return Words(refused);
        }

        static string Words(PurposeViolationException refused) => $"{refused.Refusal} {refused.Member} [{string.Join(",", refused.Permitted)}] [{string.Join(",", refused.Purposes)}]";
    }

    private static string With(string mode) => Policy.TrimEnd().TrimEnd('}') + $", \"enforcement\": {{ \"default\": \"{mode}\" }} }}";
}
