namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Values under names: nodes of a JSON tree, headers and query strings. What lies under another name is another value.</summary>
public sealed class NamedValueFlowTests
{
    private const string Tree = "[ForPurpose(\"support\")] public static JsonObject B(Contact c) => new() { [\"id\"] = 1, [\"to\"] = c.Email, [\"in\"] = new JsonObject { [\"mode\"] = \"mail\", [\"to\"] = c.Email } }; ";
    private const string Node = "[ForPurpose(\"support\")] public static JsonNode B(Contact c) { var o = new JsonObject(); o[\"to\"] = c.Email; o.Add(\"id\", 1); return o; } ";

    [Theory]
    [InlineData("tree, value", Tree + "static void M(Contact c) => Mailer.Send(B(c)[\"to\"]!.{|ECRM2002:GetValue<string>|}());")]
    [InlineData("tree, deeper", Tree + "static void M(Contact c) => Mailer.Send({|ECRM2002:B(c)[\"in\"]?[\"to\"]?.ToString()|});")]
    [InlineData("tree, whole text", Tree + "static void M(Contact c) => Mailer.Send(B(c).{|ECRM2002:ToJsonString|}());")]
    [InlineData("tree, conversion", Tree + "static void M(Contact c) => Mailer.Send({|ECRM2002:(string)B(c)[\"to\"]!|});")]
    [InlineData("node, entries", Node + "static void M(Contact c) { foreach (var n in B(c).AsObject()) Mailer.Send(n.{|ECRM2002:Value|}); }")]
    [InlineData("node, serialised", Node + "static void M(Contact c) => Mailer.Send(JsonSerializer.{|ECRM2002:Serialize|}(B(c)));")]
    [InlineData("array in a tree", "[ForPurpose(\"support\")] public static JsonNode B(Contact c) => new JsonObject { [\"to\"] = new JsonArray(c.Email) }; static void M(Contact c) => Mailer.Send(B(c)[\"to\"]![0]!.{|ECRM2002:GetValue<string>|}());")]
    [InlineData("text that is parsed", "[ForPurpose(\"support\")] public static JsonNode B(Contact c) => JsonNode.Parse(\"{a:\" + c.Email + \"}\")!; static void M(Contact c) => Mailer.Send(B(c)[\"a\"]!.{|ECRM2002:GetValue<string>|}());")]
    [InlineData("value alone", "[ForPurpose(\"support\")] public static JsonNode B(Contact c) => JsonValue.Create(c.Email)!; static void M(Contact c) => Mailer.Send(B(c).{|ECRM2002:GetValue<string>|}());")]
    [InlineData("headers", "static void M(Contact c) { var h = new NameValueCollection(); h.Set(\"t\", c.Email); Mailer.Send(h.{|ECRM2002:Get|}(\"t\")); }")]
    [InlineData("headers, all", "static void M(Contact c) { var h = new NameValueCollection(); h.Set(\"t\", c.Email); foreach (string k in h) Mailer.Send({|ECRM2002:h[k]|}); }")]
    [InlineData("headers, copied into others", "static void M(Contact c) { var h = new NameValueCollection(); h.Add(\"t\", c.Email); var g = new NameValueCollection(); g.Add(h); Mailer.Send(g.{|ECRM2002:Get|}(0)); }")]
    [InlineData("query that becomes a text", "static void M(Contact c) { var h = System.Web.HttpUtility.ParseQueryString(\"\"); h[\"t\"] = c.Email; Mailer.Send(h.{|ECRM2002:ToString|}()); }")]
    public Task ValueUnderTheName_IsFollowed(string form, string members) => VerifyAsync(form, members);

    [Theory]
    [InlineData("tree, value", Tree + "static void M(Contact c) => Mailer.Send(B(c)[\"id\"]!.GetValue<int>());")]
    [InlineData("tree, deeper", Tree + "static void M(Contact c) => Mailer.Send(B(c)[\"in\"]?[\"mode\"]?.ToString());")]
    [InlineData("tree that is handed over", Tree + "static void M(Contact c) => Import(B(c)); static void Import(JsonNode node) => Mailer.Send(node[\"in\"]?[\"mode\"]?.GetValue<string>());")]
    [InlineData("node", Node + "static void M(Contact c) => Mailer.Send(B(c)[\"id\"]!.ToString());")]
    [InlineData("headers", "static void M(Contact c) { var h = new NameValueCollection { { \"t\", \"x\" } }; h.Add(\"r\", c.Email); Mailer.Send(h.Get(\"t\")); Mailer.Send(h[\"t\"]); }")]
    [InlineData("names of headers", "static void M(Contact c) { var h = new NameValueCollection(); h.Add(\"t\", c.Email); Mailer.Send(h.AllKeys); Mailer.Send(h.Count); }")]
    public Task ValueUnderAnotherName_IsSilent(string form, string members) => VerifyAsync(form, members);

    private static Task VerifyAsync(string form, string members)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Specialized; using System.Text.Json; using System.Text.Json.Nodes; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            public static class Job { {{members}} }
            """,
            static check => check.DisabledDiagnostics.Add("ECRM1106"));
    }
}
