using System.Globalization;
using System.Text;
using System.Text.Json;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Consent;

/// <summary>
/// The parts of a receipt under the names of ISO/IEC TS 27560:2023: header, processing of personal data, parties, events. What the standard has no name for (the state,
/// where the proof lies) stands beside it under names of ours, which its structure allows. <c>schema/consent-receipt.schema.json</c> says all of it.
/// </summary>
internal sealed class ConsentReceiptWriter(PolicyTable table, string purpose, PurposeEntry declared)
{
    public const string SchemaVersion = "ISO/IEC TS 27560:2023; Ethics.Crm 1";

    public string Write(string id, SubjectKey subject, ConsentState state, ConsentEntry? deciding, IReadOnlyList<ConsentEntry> history, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", SchemaVersion);
            json.WriteString("receipt_id", id);
            json.WriteString("receipt_time", Text(now));
            if (deciding is not null)
                json.WriteString("record_id", deciding.Sequence.ToString(CultureInfo.InvariantCulture));
            WritePrincipal(json, subject);
            json.WriteString("state", Name(state));
            WriteProcessing(json);
            WriteParties(json);
            json.WriteStartArray("events");
            foreach (var entry in history)
                WriteEvent(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WritePrincipal(Utf8JsonWriter json, SubjectKey subject)
    {
        json.WriteStartObject("pii_principal");
        json.WriteString("pii_principal_id", subject.Id);
        json.WriteString("pii_principal_type", subject.SubjectType);
        if (subject.Tenant is not null)
            json.WriteString("tenant", subject.Tenant);
        json.WriteEndObject();
    }

    private void WriteProcessing(Utf8JsonWriter json)
    {
        json.WriteStartObject("pii_processing");
        if (table.Document.Notice?.Version is { } notice)
            json.WriteString("privacy_notice", notice);
        if (table.Document.Notice?.Language is { } language)
            json.WriteString("language", language);
        json.WriteStartArray("purposes");
        json.WriteStartObject();
        json.WriteString("purpose", purpose);
        if (declared.Title is not null)
            json.WriteString("purpose_description", declared.Title);
        json.WriteString("lawful_basis", Name(declared.Basis));
        if (declared.Retention is not null)
            json.WriteString("retention_period", declared.Retention);
        if (declared.ConsentExpires is not null)
            json.WriteString("validity_duration", declared.ConsentExpires);
        WriteInformation(json);
        json.WriteStartArray("recipient_third_parties");
        foreach (var recipient in Recipients())
            json.WriteStringValue(recipient.Key);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteInformation(Utf8JsonWriter json)
    {
        json.WriteStartArray("pii_information");
        foreach (var name in table.Document.Categories.Keys.OrderBy(static name => name, StringComparer.Ordinal))
        {
            if (!table.Judge(new DataLabel(name, null), purpose).IsPermitted)
                continue;
            var category = table.FindCategory(name);
            json.WriteStartObject();
            json.WriteString("pii_type", name);
            if (category?.Title is { } title)
                json.WriteString("pii_description", title);
            json.WriteBoolean("sensitive_pii_category", category?.Sensitive == true);
            json.WriteBoolean("special_pii_category", category?.Special == true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteParties(Utf8JsonWriter json)
    {
        json.WriteStartArray("party_identification");
        if (table.Document.Controller is { } controller)
        {
            json.WriteStartObject();
            json.WriteString("party_id", "controller");
            json.WriteString("party_role", "pii_controller");
            if (controller.Name is not null)
                json.WriteString("party_name", controller.Name);
            if (controller.Contact is not null)
                json.WriteString("party_contact", controller.Contact);
            json.WriteEndObject();
        }

        foreach (var recipient in Recipients())
        {
            json.WriteStartObject();
            json.WriteString("party_id", recipient.Key);
            json.WriteString("party_role", recipient.Value.Role switch
            {
                RecipientRole.Controller => "third_party_controller",
                RecipientRole.Joint => "joint_controller",
                _ => "pii_processor",
            });
            if (recipient.Value.Title is not null)
                json.WriteString("party_name", recipient.Value.Title);
            if (recipient.Value.Country is not null)
                json.WriteString("party_country", recipient.Value.Country);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private IEnumerable<KeyValuePair<string, RecipientEntry>> Recipients() =>
        table.Document.Recipients.Where(r => r.Value.For.Any(branch => ConsentStanding.Covers(branch, purpose))).OrderBy(static r => r.Key, StringComparer.Ordinal);

    private static void WriteEvent(Utf8JsonWriter json, ConsentEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("record_id", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        json.WriteString("event_time", Text(entry.At));
        json.WriteString("event_state", entry.Action switch
        {
            ConsentAction.Grant => "consent_given",
            ConsentAction.Withdraw => "consent_withdrawn",
            ConsentAction.Object => "objected",
            ConsentAction.Restrict => "restricted",
            _ => "restriction_lifted",
        });
        if (entry.Purpose is not null)
            json.WriteString("purpose", entry.Purpose);
        if (entry.Evidence is { } evidence)
        {
            json.WriteStartObject("evidence");
            WriteIfKnown(json, "privacy_notice", evidence.NoticeVersion);
            WriteIfKnown(json, "collection_method", evidence.Channel);
            WriteIfKnown(json, "reference", evidence.Reference);
            WriteIfKnown(json, "entity_id", evidence.Actor);
            json.WriteEndObject();
        }

        if (entry.Reason is not null)
            json.WriteString("reason", entry.Reason);
        json.WriteEndObject();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Name(ConsentState state) => state.ToString().ToLowerInvariant();

    private static string Name(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "consent",
        LawfulBasis.Contract => "contract",
        LawfulBasis.LegalObligation => "legal-obligation",
        LawfulBasis.VitalInterests => "vital-interests",
        LawfulBasis.PublicTask => "public-task",
        _ => "legitimate-interests",
    };
}
