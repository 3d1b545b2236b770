namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>ECRM3004: what writes a whole object out, and the nearest one that leaves out what the purpose may not have. The name is permitted for marketing, the e-mail is not.</summary>
public sealed class SerializedTests
{
    private const string Types =
        """
        public record Page<T>(int Number, T[] Rows);
        public class Row { public string? Name { get; set; } }
        public class Order { public Contact? Buyer { get; set; } public int Total { get; set; } }
        public class Silent { [JsonIgnore] public Contact? Buyer { get; set; } [XmlIgnore] public Contact? Payer { get; set; } }
        public class Conditional { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Contact? Buyer { get; set; } }
        public class Fields { public Contact? Buyer; }
        public class Included { [JsonInclude] public Contact? Buyer; }
        public class Masked { [JsonConverter(typeof(Mask))] public Contact? Buyer { get; set; } }
        public class Mask : JsonConverter<Contact> { public override Contact? Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => null; public override void Write(Utf8JsonWriter w, Contact c, JsonSerializerOptions o) => w.WriteNullValue(); }
        [DataContract] public class Chosen { [DataMember] public int Number { get; set; } public Contact? Buyer { get; set; } }
        [DataContract] public class Contract { [DataMember] public Contact? Buyer { get; set; } }
        public class Shown { public Contact? Buyer { get; } }
        public class Visit { [DataSubjectId] public int Contact { get; set; } public string Remark { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("JSON", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:c|});")]
    [InlineData("JSON bytes of a page", "byte[] M(Page<Contact> p) => JsonSerializer.SerializeToUtf8Bytes({|ECRM3004:p|});")]
    [InlineData("JSON of a list", "string M(List<Contact> all) => JsonSerializer.Serialize({|ECRM3004:all|});")]
    [InlineData("JSON of what holds one", "string M(Order o) => JsonSerializer.Serialize({|ECRM3004:o|});")]
    [InlineData("JSON by the type", "string M(object o, Contact c) => JsonSerializer.Serialize({|ECRM3004:c|}, c.GetType());")]
    [InlineData("JSON to a stream", "Task M(System.IO.Stream s, Contact c) => JsonSerializer.SerializeAsync(s, {|ECRM3004:c|});")]
    [InlineData("JSON of an anonymous object that holds one", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:new { c, at = 3 }|});")]
    [InlineData("condition that does not leave it out", "string M(Conditional o) => JsonSerializer.Serialize({|ECRM3004:o|});")]
    [InlineData("field that is included", "string M(Included o) => JsonSerializer.Serialize({|ECRM3004:o|});")]
    [InlineData("left out of XML alone", "string M(Silent o) => JsonSerializer.Serialize({|ECRM3004:o|});")]
    [InlineData("content of a request", "System.Net.Http.HttpContent M(Contact c) => System.Net.Http.Json.JsonContent.Create({|ECRM3004:c|});")]
    [InlineData("body of a request", "Task M(System.Net.Http.HttpClient h, Contact c) => h.PostAsJsonAsync(\"x\", {|ECRM3004:c|});")]
    [InlineData("XML", "void M(Order c, System.IO.TextWriter w) => new XmlSerializer(typeof(Order)).Serialize(w, {|ECRM3004:c|});")]
    [InlineData("left out of JSON alone", "void M(Silent o, System.IO.TextWriter w) => new XmlSerializer(typeof(Silent)).Serialize(w, {|ECRM3004:o|});")]
    [InlineData("field in XML", "void M(Fields o, System.IO.TextWriter w) => new XmlSerializer(typeof(Fields)).Serialize(w, {|ECRM3004:o|});")]
    [InlineData("data contract", "void M(Contract o, System.IO.Stream s) => new DataContractSerializer(typeof(Contract)).WriteObject(s, {|ECRM3004:o|});")]
    [InlineData("in a scope", "string M(Contact c) { using (PurposeScope.Enter(\"marketing\")) return JsonSerializer.Serialize({|ECRM3004:c|}); }", "")]
    public Task WholeObject_IsReported(string form, string members, string declared = "[ForPurpose(\"marketing\")] ") => VerifyAsync(form, members, declared);

    [Theory]
    [InlineData("for its purpose", "[ForPurpose(\"support\")] string M(Contact c) => JsonSerializer.Serialize(c);", "")]
    [InlineData("projection", "string M(Contact c) => JsonSerializer.Serialize(new { c.Name });")]
    [InlineData("type of its own", "string M(Contact c) => JsonSerializer.Serialize(new Row { Name = c.Name });")]
    [InlineData("projected list", "string M(List<Contact> all) => JsonSerializer.Serialize(all.Select(c => new Row { Name = c.Name }).ToList());")]
    [InlineData("field that JSON does not write", "string M(Fields o) => JsonSerializer.Serialize(o);")]
    [InlineData("converter", "string M(Masked o) => JsonSerializer.Serialize(o);")]
    [InlineData("member that the contract does not name", "void M(Chosen o, System.IO.Stream s) => new DataContractSerializer(typeof(Chosen)).WriteObject(s, o);")]
    [InlineData("property that XML could not read back", "void M(Shown o, System.IO.TextWriter w) => new XmlSerializer(typeof(Shown)).Serialize(w, o);")]
    [InlineData("where nothing is declared", "string M(Contact c) => JsonSerializer.Serialize(c);", "")]
    [InlineData("what is read", "Contact? M(string json) => JsonSerializer.Deserialize<Contact>(json);")]
    [InlineData("options alone", "string M(Row r, Contact c) => JsonSerializer.Serialize(r, new JsonSerializerOptions());")]
    public Task WhatLeavesItOut_IsSilent(string form, string members, string declared = "[ForPurpose(\"marketing\")] ") => VerifyAsync(form, members, declared);

    [Theory]
    [InlineData("text that goes on", "[ForPurpose(\"support\")] string A(Contact c) => JsonSerializer.Serialize(c); void M(Contact c) => Mailer.Send({|ECRM2002:{|ECRM2002:A|}|}(c));")]
    [InlineData("what a writer was given", "[ForPurpose(\"support\")] string A(Order c) { var w = new System.IO.StringWriter(); new XmlSerializer(typeof(Order)).Serialize(w, c); return w.ToString(); } void M(Order c) => Mailer.Send({|ECRM2002:{|ECRM2002:A|}|}(c));")]
    [InlineData("helper that declares nothing", "string A(Contact c) => JsonSerializer.Serialize({|ECRM2003:{|ECRM2003:c|}|}); [ForPurpose(\"marketing\")] string M(Contact c) => A(c);")]
    [InlineData("text that is stored without label", "void M(Contact c, Visit v) => v.{|ECRM1110:Remark|} = JsonSerializer.Serialize(c);")]
    public Task WhatIsWritten_IsFollowed(string form, string members) => VerifyAsync(form, members, "");

    [Theory]
    [InlineData("Newtonsoft", "string M(Contact c) => Newtonsoft.Json.JsonConvert.SerializeObject({|ECRM3004:c|});")]
    [InlineData("Newtonsoft's objects", "object M(Contact c) => Newtonsoft.Json.Linq.JObject.FromObject({|ECRM3004:c|});")]
    [InlineData("Newtonsoft, left out by the other one alone", "string M(Silent o) => Newtonsoft.Json.JsonConvert.SerializeObject({|ECRM3004:o|});")]
    [InlineData("Newtonsoft, field", "string M(Fields o) => Newtonsoft.Json.JsonConvert.SerializeObject({|ECRM3004:o|});")]
    [InlineData("Newtonsoft, contract", "string M(Contract o) => Newtonsoft.Json.JsonConvert.SerializeObject({|ECRM3004:o|});")]
    [InlineData("CSV", "void M(List<Contact> all, CsvHelper.IWriter w) => w.WriteRecords({|ECRM3004:all|});")]
    [InlineData("CSV, one", "void M(Contact c, CsvHelper.IWriter w) => w.WriteRecord({|ECRM3004:c|});")]
    [InlineData("YAML", "string M(Contact c, YamlDotNet.Serialization.ISerializer s) => s.Serialize({|ECRM3004:c|});")]
    [InlineData("Newtonsoft, left out", "string M(Left o) => Newtonsoft.Json.JsonConvert.SerializeObject(o);")]
    [InlineData("Newtonsoft, not chosen", "string M(Chosen o) => Newtonsoft.Json.JsonConvert.SerializeObject(o);")]
    [InlineData("Newtonsoft, opted in to nothing", "string M(Opted o) => Newtonsoft.Json.JsonConvert.SerializeObject(o);")]
    [InlineData("Newtonsoft, read", "Contact? M(string s) => Newtonsoft.Json.JsonConvert.DeserializeObject<Contact>(s);")]
    [InlineData("CSV, left out", "void M(Left o, CsvHelper.IWriter w) => w.WriteRecord(o);")]
    [InlineData("CSV, projected", "void M(List<Contact> all, CsvHelper.IWriter w) => w.WriteRecords(all.Select(c => new { c.Name }));")]
    [InlineData("YAML, left out", "string M(Left o, YamlDotNet.Serialization.ISerializer s) => s.Serialize(o);")]
    public Task SerialisersOfOthers_AreKnownByTheirNames(string form, string members)
        => VerifyAsync(form, members, "[ForPurpose(\"marketing\")] ", "public class Left { [Newtonsoft.Json.JsonIgnore, CsvHelper.Configuration.Attributes.Ignore, YamlDotNet.Serialization.YamlIgnore] public Contact? Buyer { get; set; } } [Newtonsoft.Json.JsonObject(Newtonsoft.Json.MemberSerialization.OptIn)] public class Opted { public Contact? Buyer { get; set; } }", static check =>
        {
            check.TestState.AdditionalProjects["Lib"].Sources.Add(
                """
                using System;
                using System.Collections.Generic;
                namespace Newtonsoft.Json
                {
                    public static class JsonConvert { public static string SerializeObject(object value) => ""; public static T DeserializeObject<T>(string value) => default; }
                    public enum MemberSerialization { OptOut, OptIn }
                    public class JsonObjectAttribute : Attribute { public JsonObjectAttribute(MemberSerialization kind) { } }
                    public class JsonIgnoreAttribute : Attribute { }
                }
                namespace Newtonsoft.Json.Linq { public class JObject { public static JObject FromObject(object o) => null; } }
                namespace CsvHelper { public interface IWriter { void WriteRecord<T>(T record); void WriteRecords<T>(IEnumerable<T> records); } }
                namespace CsvHelper.Configuration.Attributes { public class IgnoreAttribute : Attribute { } }
                namespace YamlDotNet.Serialization { public interface ISerializer { string Serialize(object graph); } public class YamlIgnoreAttribute : Attribute { } }
                """);
            check.TestState.AdditionalProjectReferences.Add("Lib");
        });

    [Theory]
    [InlineData("another member of what is read again", "[ForPurpose(\"support\")] string A(Contact c) => JsonSerializer.Serialize(c); void M(Contact c) => Mailer.Send(JsonSerializer.Deserialize<Contact>(A(c))!.Name);")]
    [InlineData("the same in a list", "[ForPurpose(\"support\")] string A(List<Contact> c) => JsonSerializer.Serialize(c); void M(List<Contact> c) { foreach (var one in JsonSerializer.Deserialize<List<Contact>>(A(c))!) Mailer.Send(one.Name); }")]
    public Task OtherMemberOfWhatIsReadAgain_IsSilent(string form, string members) => VerifyAsync(form, members, "");

    [Theory]
    [InlineData("the member", "[ForPurpose(\"support\")] string A(Contact c) => JsonSerializer.Serialize(c); void M(Contact c) => Mailer.Send(JsonSerializer.Deserialize<Contact>(A(c))!.{|ECRM2002:Email|});")]
    [InlineData("a type without labels", "[ForPurpose(\"support\")] string A(Contact c) => JsonSerializer.Serialize(new { c.Email }); void M(Contact c) => Mailer.Send(JsonSerializer.Deserialize<Row>(A(c))!.{|ECRM2002:Name|});")]
    public Task MemberOfWhatIsReadAgain_IsReported(string form, string members) => VerifyAsync(form, members, "");

    [Fact]
    public Task NameThatIsStored_IsSilent() => VerifyAsync("text of what has no label", "void M(Contact c, Visit v) => v.Remark = JsonSerializer.Serialize(new { c.Name });", "");

    [Fact]
    public Task NameAlone_IsSilent() => VerifyAsync("text of what is permitted", "[ForPurpose(\"support\")] string A(Contact c) => JsonSerializer.Serialize(new { c.Name }); void M(Contact c) => Mailer.Send(A(c));", "");

    /// <summary>The running program leaves out what the purpose may not have; the build does not look into the options.</summary>
    [Fact]
    public Task FalseAlarm_OptionsThatAsk() => VerifyAsync(
        "options", "string M(Contact c) => JsonSerializer.Serialize({|ECRM3004:c|}, new JsonSerializerOptions().UsePurposes());", "[ForPurpose(\"marketing\")] ",
        "public static class Asking { public static JsonSerializerOptions UsePurposes(this JsonSerializerOptions options) => options; }");

    internal static Task VerifyAsync(string form, string members, string declared, string types = "", Action<TestKit.AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Net.Http.Json; using System.Runtime.Serialization; using System.Text.Json; using System.Text.Json.Serialization; using System.Threading.Tasks; using System.Xml.Serialization; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            {{Types}}
            {{types}}
            public class Job
            {
                {{declared}}{{members}}
            }
            """,
            check =>
            {
                check.DisabledDiagnostics.AddRange(["ECRM1102", "ECRM1106"]);
                configure?.Invoke(check);
            });
    }
}
