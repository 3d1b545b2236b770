using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests;

/// <summary>A whole policy, and one fact of it changed at a time: what opens is a warning that names it, and what only closes, or has no effect while a program runs, is none.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReloadPairTests
{
    private const string Policy =
        """
        { "version": 1,
          "categories": {
            "contact.email": { "collectedFor": ["support"], "redacted": "•••" }, "contact.phone": { "collectedFor": ["support"], "only": ["support"] }, "content.note": { "collectedFor": ["marketing", "support"], "inConfidence": true },
            "health": { "collectedFor": ["care", "marketing"], "special": true }, "origin": { "collectedFor": ["support", "credit"], "protected": true }, "hardship": { "collectedFor": ["credit"], "derivedFrom": ["money"] },
            "money": { "collectedFor": ["billing"], "sensitive": true }, "online": {} },
          "purposes": {
            "support": { "basis": "contract", "retention": "P2Y" }, "billing": { "basis": "contract" }, "care": { "basis": "contract" }, "fraud": { "basis": "legitimate-interests" }, "survey": { "basis": "contract", "directMarketing": true },
            "marketing": { "basis": "consent", "consentFrom": "2026-11", "consentExpires": "P1Y", "personalisation": true, "channels": ["email"], "maxAge": "P90D", "quietHours": "21:00/08:00", "frequency": "3/P7D" },
            "marketing.email": { "basis": "consent" }, "credit": { "basis": "consent", "decision": true } },
          "compatible": [ { "from": "support", "to": "fraud" } ],
          "sources": { "list": { "direct": false } },
          "recipients": { "mailer": { "role": "controller", "for": ["marketing"], "categories": ["contact"], "country": "US", "safeguard": "DPF" }, "printer": { "for": ["support"], "categories": ["contact.email"], "country": "DE" } },
          "transfers": { "free": ["EEA"] },
          "erasure": [ { "categories": ["money"], "action": "anonymise" } ],
          "fields": { "Acme.Crm.**": { "category": "contact.phone", "collectedFor": ["support"] }, "Acme.Crm.Mail": { "category": "contact.email", "collectedFor": ["support"] } },
          "attributes": { "Lib.PersonalAttribute": { "category": "money" } },
          "code": { "Acme.Mail.**": ["support", "billing"], "Acme.Score.**": { "purposes": ["credit"], "only": true } },
          "sinks": [ { "method": "Acme.Trace.*", "log": true } ],
          "anonymizers": [ { "method": "Acme.Stats.Count", "because": "k" } ],
          "declassify": "policy",
          "rules": [ { "id": "no-subprime", "deny": { "categories": ["money"], "purposes": ["credit", "marketing"] }, "evenWithConsent": true }, { "id": "trial", "deny": { "categories": ["online"], "purposes": ["billing"] } } ],
          "enforcement": { "purposes": { "credit": "redact", "marketing": "enforce" }, "categories": { "online": "audit", "contact.phone": "enforce" }, "rules": { "trial": "enforce", "no-subprime": "audit" } } }
        """;

    public static TheoryData<string, string, string> Openings => new()
    {
        // Recipients and places.
        { "\"country\": \"US\"", "\"country\": \"CN\"", "'mailer' may now receive data in CN" },
        { "\"country\": \"DE\"", "\"country\": \"US\", \"safeguard\": \"DPF\"", "'printer' may now receive data in US" },
        { "\"country\": \"US\", \"safeguard\"", "\"safeguard\"", "'mailer' may now receive data in a country that the policy does not name" },
        { "\"safeguard\": \"DPF\" }, \"printer\": { \"for\": [\"support\"], \"categories\": [\"contact.email\"], \"country\": \"DE\" } },\n  \"transfers\": { \"free\": [\"EEA\"] }", "\"title\": \"M\" }, \"printer\": { \"for\": [\"support\"], \"categories\": [\"contact.email\"], \"country\": \"DE\" } },\n  \"transfers\": { \"free\": [\"EEA\", \"US\"] }", "'mailer' may now receive data in US without a safeguard" },
        { "\"safeguard\": \"DPF\" }, \"printer\": { \"for\": [\"support\"], \"categories\": [\"contact.email\"], \"country\": \"DE\" } },\n  \"transfers\": { \"free\": [\"EEA\"] },", "\"title\": \"M\" }, \"printer\": { \"for\": [\"support\"], \"categories\": [\"contact.email\"], \"country\": \"DE\" } },", "'mailer' may now receive data in US without a safeguard" },
        { "\"for\": [\"marketing\"]", "\"for\": [\"marketing\", \"billing\"]", "'mailer' may now receive contact.email, contact.phone for billing" },
        { "\"categories\": [\"contact\"]", "\"categories\": [\"contact\", \"money\"]", "'mailer' may now receive money for marketing" },
        // What purposes ask for.
        { "\"retention\": \"P2Y\"", "\"retention\": \"P10Y\"", "for 'support', data may be kept longer than before (P10Y)" },
        { ", \"retention\": \"P2Y\"", "", "for 'support', data may be kept longer than before (without end)" },
        { "\"marketing\": { \"basis\": \"consent\", \"consentFrom\": \"2026-11\", \"consentExpires\": \"P1Y\"", "\"marketing\": { \"basis\": \"legitimate-interests\"", "'marketing' rests on legitimate interests instead of consent" },
        { "\"consentExpires\": \"P1Y\"", "\"consentExpires\": \"P2Y\"", "for 'marketing', consent lasts longer (P2Y)" },
        { "\"consentFrom\": \"2026-11\"", "\"consentFrom\": \"2026-01\"", "consent that was given to an older notice than '2026-11' counts again" },
        { "\"quietHours\": \"21:00/08:00\"", "\"quietHours\": \"22:00/06:00\"", "for 'marketing.email', people may be contacted at hours that were quiet" },
        { "\"frequency\": \"3/P7D\"", "\"frequency\": \"3/P6D\"", "for 'marketing', people may be contacted more often than 3/P7D" },
        { "\"channels\": [\"email\"]", "\"channels\": [\"email\", \"post\"]", "for 'marketing', people may be contacted by post" },
        { "\"maxAge\": \"P90D\"", "\"maxAge\": \"P1Y\"", "for 'marketing.email', data may be older than before (P1Y)" },
        { "\"directMarketing\": true", "\"directMarketing\": false", "'survey' is direct marketing no longer, so that an objection to it does not count" },
        { "\"care\": { \"basis\": \"contract\" }", "\"care\": { \"basis\": \"contract\", \"article9\": \"Art. 9(2)(h)\" }", "'health' becomes permitted for care" },
        { "\"personalisation\": true", "\"personalisation\": false", "'content.note' becomes permitted for marketing" },
        { "\"decision\": true", "\"decision\": false", "'origin' becomes permitted for credit" },
        { "\"decision\": true", "\"decision\": false", "data without category for credit are 'redact' instead of 'enforce'" },
        // Without the purpose above, only its own terms hold.
        { "\"marketing\": { \"basis\": \"consent\", \"consentFrom\": \"2026-11\", \"consentExpires\": \"P1Y\", \"personalisation\": true, \"channels\": [\"email\"], \"maxAge\": \"P90D\", \"quietHours\": \"21:00/08:00\", \"frequency\": \"3/P7D\" },", "", "for 'marketing.email', the terms of consent to 'marketing' no longer count" },
        { "\"list\": { \"direct\": false }", "\"list\": { \"direct\": true }", "data from 'list' counts as given by the person" },
        // Categories.
        { "\"money\": { \"collectedFor\": [\"billing\"]", "\"money\": { \"collectedFor\": [\"billing\", \"support\"]", "'money' becomes permitted for fraud, support" },
        { ", \"special\": true", "", "'health' becomes permitted for care" },
        { ", \"inConfidence\": true", "", "'content.note' becomes permitted for marketing" },
        { ", \"protected\": true", "", "'origin' becomes permitted for credit" },
        { ", \"derivedFrom\": [\"money\"]", "", "'hardship' becomes permitted for credit" },
        { "\"only\": [\"support\"]", "\"only\": [\"support\", \"billing\"]", "'contact.phone' becomes permitted for billing, where the code says that it was collected for it" },
        // Entries.
        { "\"to\": \"fraud\" }", "\"to\": \"fraud\" }, { \"from\": \"billing\", \"to\": \"fraud\" }", "what was collected for 'billing' becomes permitted for fraud" },
        { ", \"Acme.Crm.Mail\": { \"category\": \"contact.email\", \"collectedFor\": [\"support\"] }", ", \"Acme.Crm.Mail\": null", "'Acme.Crm.Mail' is no longer labelled" },
        { "\"fields\": { \"Acme.Crm.**\": { \"category\": \"contact.phone\", \"collectedFor\": [\"support\"] }, ", "\"fields\": { ", "'Acme.Crm.**' is no longer labelled" },
        { "\"Lib.PersonalAttribute\": { \"category\": \"money\" }", "\"x-none\": 1", "'[Lib.PersonalAttribute]' is no longer labelled" },
        { "\"Acme.Mail.**\": [\"support\", \"billing\"]", "\"Acme.Mail.**\": [\"support\"]", "code in 'Acme.Mail.**' works no longer for billing" },
        { "\"purposes\": [\"credit\"], \"only\"", "\"purposes\": [\"credit\", \"billing\"], \"only\"", "code in 'Acme.Score.**' may declare credit, billing" },
        { "\"Acme.Mail.**\": [\"support\", \"billing\"], ", "", "code in 'Acme.Mail.**' is no longer said to work for support, billing" },
        // Rules and modes, and the emergency switch.
        { "\"categories\": [\"money\"], \"purposes\": [\"credit\", \"marketing\"]", "\"categories\": [\"money\"], \"purposes\": [\"marketing\"]", "'hardship' becomes permitted for credit" },
        { ", \"evenWithConsent\": true", "", "rule 'no-subprime' no longer holds in every mode" },
        { "\"enforcement\": { ", "\"enforcement\": { \"default\": \"audit\", ", "are 'audit' instead of 'enforce'" },
        { "\"marketing\": \"enforce\"", "\"marketing\": \"audit\"", "for marketing, marketing.email are 'audit' instead of 'enforce'" },
        { "\"marketing\": \"enforce\"", "\"x-none\": 1", "refusals of online for marketing, marketing.email are 'audit' instead of 'enforce'" },
        { "\"contact.phone\": \"enforce\"", "\"contact.phone\": \"redact\"", "refusals of contact.phone for" },
        { "\"trial\": \"enforce\"", "\"trial\": \"audit\"", "refusals by rule 'trial' are 'audit' instead of 'enforce'" },
        { "\"trial\": \"enforce\", ", "", "refusals by rule 'trial' are 'audit' instead of 'enforce'" },
        // The mode of one category kept that of another away from members that are both.
        { ", \"contact.phone\": \"enforce\"", "", "refusals of what is contact.phone and online at once for" },
        { "\"Acme.Crm.**\": { \"category\": \"contact.phone\"", "\"Acme.Crm.**\": { \"category\": \"contact.email\"", "refusals of 'Acme.Crm.**', where it is other data as well, are 'audit' instead of 'enforce'" },
    };

    public static TheoryData<string, string> Harmless => new()
    {
        // The build asks these, and nothing asks them while the program runs.
        { "\"sinks\": [ { \"method\": \"Acme.Trace.*\", \"log\": true } ],", "" },
        { "\"method\": \"Acme.Stats.Count\"", "\"method\": \"Acme.Stats.*\"" },
        { "\"declassify\": \"policy\",", "" },
        { "\"action\": \"anonymise\"", "\"action\": \"retain\"" },
        { "\"role\": \"controller\"", "\"role\": \"processor\"" },
        { ", \"sensitive\": true", "" },
        { "\"redacted\": \"•••\"", "\"redacted\": \"\"" },
        // To where data may go freely, and by another safeguard.
        { "\"country\": \"US\"", "\"country\": \"FR\"" },
        { "\"country\": \"DE\"", "\"country\": \"NO\"" },
        { "\"safeguard\": \"DPF\"", "\"safeguard\": \"SCC\"" },
        { "\"free\": [\"EEA\"]", "\"free\": [\"EEA\", \"GB\"]" },
        // One mode instead of an equal default, where nothing else matches.
        { "\"enforcement\": { ", "\"enforcement\": { \"default\": \"enforce\", " },
    };

    [Theory, MemberData(nameof(Openings))]
    public void WhatOpens_IsAWarningThatNamesIt(string old, string now, string sentence)
    {
        using var host = new TestHost(Policy);

        Assert.True(host.Reload(Changed(old, now)));
        Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Warning)));
    }

    /// <summary>Of those that only open, the way back only closes.</summary>
    [Theory, MemberData(nameof(Openings))]
    public void ItsWayBack_IsTold_AndNoWarningUnlessItOpensToo(string old, string now, string sentence)
    {
        using var host = new TestHost(Changed(old, now));

        Assert.True(host.Reload(Policy));
        // A recipient elsewhere, a purpose, what is labelled and code that is spoken of again; consent, which is a ground for special categories; a purpose less, which need not permit what code reads.
        string[] both = ["in CN", "terms of consent", "no longer said", "no longer labelled", "instead of consent", "may declare"];
        Assert.True(both.Any(words => sentence.Contains(words, StringComparison.Ordinal)) == (host.Log.At(LogLevel.Warning).Count == 1), string.Join("\n", host.Log.At(LogLevel.Warning)));
        Assert.DoesNotContain(host.Log.At(LogLevel.Information), static text => text.Contains("It closes: nothing", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Harmless))]
    public void WhatOpensNothing_IsNone(string old, string now)
    {
        using var host = new TestHost(Policy);

        Assert.True(host.Reload(Changed(old, now)));
        Assert.Empty(host.Log.At(LogLevel.Warning));
    }

    private static string Changed(string old, string now)
    {
        Assert.Contains(old, Policy);
        var changed = Policy.Replace(old, now);
        return old.StartsWith("\"marketing\": { \"basis\"", StringComparison.Ordinal) && now.Length == 0
            // What names the purpose goes with it.
            ? changed.Replace("\"marketing\": \"enforce\"", "\"marketing.email\": \"enforce\"") : changed;
    }
}
