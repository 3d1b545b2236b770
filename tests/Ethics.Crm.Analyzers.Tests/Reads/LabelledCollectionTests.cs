namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>A label on a collection labels its elements: putting one in is a write, taking one out a read.</summary>
public sealed class LabelledCollectionTests
{
    [Theory]
    [InlineData("void M(Bag b) { b.D[\"a\"] = \"x\"; b.Arr[0] = \"x\"; b.Arr[^1] = \"x\"; b.Emails[0] = \"x\"; b.Emails[^1] = \"x\"; }")]
    [InlineData("void M(Bag b) { b.Nested[0][1] = \"x\"; }")]
    [InlineData("void M(Bag b) { (b.Arr[0], b.D[\"a\"]) = (\"x\", \"y\"); }")]
    [InlineData("void M(Bag b) { Fill(out b.Arr[0]); } static void Fill(out string s) => s = \"\";")]
    [InlineData("void M(Bag? b) { b?.Arr[0] = \"x\"; }")]
    [InlineData("Bag M() => new() { Emails = { \"x\" } };")]
    [InlineData("Bag M() => new() { D = { [\"a\"] = \"x\" } };")]
    [InlineData("Bag M() => new() { D = { { \"a\", \"x\" } } };")]
    [InlineData("Bag M() => new() { Home = { Street = \"x\" } };")]
    [InlineData("void M(string[] a, Bag b) { a[b.Count] = \"x\"; }")]
    [InlineData("void M([DataCategory(\"contact.email\")] string[] mails) { mails[0] = \"x\"; }")]
    public Task Write_IsNotReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("string M(Bag b) => b.{|ECRM2001:D|}[\"a\"] + b.{|ECRM2001:Arr|}[0] + b.{|ECRM2001:Emails|}[^1];")]
    [InlineData("void M(Bag b) { b.{|ECRM2001:D|}[\"a\"] += \"x\"; b.{|ECRM2001:Arr|}[0] ??= \"x\"; }")]
    [InlineData("void M(Bag b) { ref var r = ref b.{|ECRM2001:Arr|}[0]; }")]
    [InlineData("void M(Dictionary<string, int> d, Bag b) { d[b.{|ECRM2001:Arr|}[0]] = 1; }")]
    [InlineData("void M(int[] a, Bag b) { a[b.{|ECRM2001:Number|}] = 1; }")]
    [InlineData("void M(Bag b) { foreach (var e in b.{|ECRM2001:Emails|}) { } }")]
    [InlineData("Bag M(Bag b) => new() { Emails = { b.{|ECRM2001:Arr|}[0] } };")]
    [InlineData("void M(Bag b, Bag c) { b.Arr[0] = c.{|ECRM2001:Arr|}[0]; }")]
    // The conditions of a read carry no label, but the member is read all the same.
    [InlineData("int M(Bag b) => b.{|ECRM2001:Emails|}.Count;")]
    [InlineData("bool M(Bag b) => b.{|ECRM2001:Emails|}.Any();")]
    [InlineData("bool M(Bag b) => b.{|ECRM2001:Emails|} == null;")]
    [InlineData("bool M(Bag b) => b.{|ECRM2001:Emails|} is not null;")]
    public Task Read_IsReported(string member) => VerifyAsync(member);

    /// <summary>A method that puts something in and gives nothing back is a write, as an assignment is.</summary>
    [Theory]
    [InlineData("void M(Bag b) => b.Emails.Add(\"x\");")]
    [InlineData("void M(Bag b) => b.D.Add(\"a\", \"x\");")]
    [InlineData("void M(Bag b) { b.D.TryAdd(\"a\", \"x\"); }")]
    public Task Add_IsAWrite(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("bool M(Bag b) => b.{|ECRM2001:D|}.TryAdd(\"a\", \"x\");")]
    [InlineData("void M(Bag b) => b.{|ECRM2001:Emails|}.Contains(\"x\");")]
    [InlineData("void M(Bag b) => b.{|ECRM2001:D|}.GetHashCode();")]
    public Task AnswerOfACollection_IsARead(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => Rules.VerifyAsync($$"""
        using System.Collections.Generic; using System.Linq; using Ethics.Crm;
        public class Address { public string Street = ""; }
        public class Bag
        {
            [DataCategory("contact.email")] public Dictionary<string, string> D = new();
            [DataCategory("contact.email")] public string[] Arr = [];
            [DataCategory("contact.email")] public List<string> Emails = [];
            [DataCategory("contact.email")] public List<string[]> Nested = [];
            [DataCategory("contact.email")] public Address Home = new();
            [DataCategory("contact.email")] public int Number;
            public int Count;
        }
        [ForPurpose("marketing")] public class Job { {{member}} }
        """);
}
