namespace Ethics.Crm.Policy.Tests.Patterns;

public sealed class PatternTests
{
    private static PolicyTable Fields(params string[] patterns) =>
        Sample.Table(Sample.Policy("\"fields\": { " + string.Join(", ", patterns.Select(p => $"{System.Text.Json.JsonSerializer.Serialize(p)}: {{ \"category\": \"health\" }}")) + " }"));

    /// <summary>Each pattern gives its own category, so that a test sees which one won.</summary>
    private static string? Winner(string member, params string[] patterns) => Ranked(patterns).FindField(member)?.Category;

    private static PolicyTable Ranked(string[] patterns) => Sample.Table(Sample.Policy(
        "\"fields\": { " + string.Join(", ", patterns.Select((p, i) => $"\"{p}\": {{ \"category\": \"c{i}\" }}")) + " }",
        categories: string.Join(", ", patterns.Select((_, i) => $"\"c{i}\": {{}}"))));

    [Theory]
    [InlineData("Acme.Crm.Contact.Email", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.Crm.Contact.*", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.*.Contact.Email", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.Crm.Contact.*mai*", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.**.Email", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.**.Email", "Acme.Email")]
    [InlineData("**.Email", "Email")]
    [InlineData("Acme.**", "Acme")]
    [InlineData("**", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.**.Data.**.Phone*", "Acme.A.Data.B.Data.C.PhoneNumber")]
    [InlineData("**.a*b*c", "x.aabbc.abbbc")]
    [InlineData("Müller.Größe", "Müller.Größe")]
    [InlineData("Acme.Bag.this[]", "Acme.Bag.this[]")]
    public void Pattern_NamesMember(string pattern, string member) => Assert.NotNull(Fields(pattern).FindField(member));

    [Theory]
    [InlineData("Acme.Crm.Contact.Email", "Acme.Crm.Contact.EMail")]
    [InlineData("Acme.Crm.Contact.Email", "Acme.Crm.Contact.EmailFormat")]
    [InlineData("Acme.Crm.*", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.*.Email", "Acme.Email")]
    [InlineData("Acme.**.Email", "Acme.Crm.Contact.Email.Domain")]
    [InlineData("Acme.**", "AcmeCrm.Contact")]
    [InlineData("Acme.**.Data.**.Phone*", "Acme.A.B.PhoneNumber")]
    [InlineData("**.a*b*c", "x.aabb")]
    [InlineData("Acme.Crm.Contact.Email()", "Acme.Crm.Contact.Email")]
    [InlineData("Acme.Crm.Contact.Set#email", "Acme.Crm.Contact.Set")]
    public void Pattern_LeavesOutWhatIsNearest(string pattern, string member) => Assert.Null(Fields(pattern).FindField(member));

    [Fact]
    public void Wildcard_ReachesMethodsOnlyWithParentheses()
    {
        Assert.Null(Fields("Acme.**.Get*").FindReturn("Acme.Api.GetEmail", []));
        Assert.NotNull(Fields("Acme.**.Get*()").FindReturn("Acme.Api.GetEmail", []));
        Assert.Null(Fields("Acme.**.Get*()").FindField("Acme.Api.GetEmail"));
    }

    [Theory]
    [InlineData("Acme.Api.Send()", true)]
    [InlineData("Acme.Api.Send(System.String)", true)]
    [InlineData("Acme.Api.Send(string)", true)]
    [InlineData("Acme.Api.Send( System.String )", true)]
    [InlineData("Acme.Api.Send(System.Int32)", false)]
    [InlineData("Acme.Api.Send(System.String, System.String)", false)]
    public void Overload_IsChosenByItsTypes(string pattern, bool found)
    {
        Assert.Equal(found, Fields(pattern).FindReturn("Acme.Api.Send", ["System.String"]) is not null);
        Assert.Equal(found, Fields(pattern).FindReturn("Acme.Api.Send", ["string"]) is not null);
    }

    [Theory]
    [InlineData("int?", "System.Nullable", true)]
    [InlineData("int?", "System.Int32", false)]
    [InlineData("int", "System.Nullable", false)]
    [InlineData("System.Nullable<int>", "System.Nullable", true)]
    [InlineData("int?[]", "System.Nullable[]", true)]
    [InlineData("int[]?", "System.Int32[]", true)]
    [InlineData("string?", "System.String", true)]
    [InlineData("dynamic?", "System.Object", true)]
    [InlineData("int[,]", "System.Int32[,]", true)]
    [InlineData("int[,]", "System.Int32[]", false)]
    public void NullableTypesAndRanks_TellOverloadsApart(string pattern, string type, bool found) =>
        Assert.Equal(found, Fields($"Acme.Api.Send({pattern})").FindReturn("Acme.Api.Send", [type]) is not null);

    [Fact]
    public void GenericArgumentsOfParameters_DoNotCount() =>
        Assert.NotNull(Fields("Acme.Api.Send(System.Collections.Generic.List, System.Int32[])").FindReturn("Acme.Api.Send", ["System.Collections.Generic.List<System.String>", "int[]"]));

    [Fact]
    public void Parameter_IsNamedBehindHash()
    {
        var table = Fields("Acme.Api.Import#row", "Acme.Api.Load(System.String)#row", "Acme.Api.ctor#name");

        Assert.NotNull(table.FindParameter("Acme.Api.Import", ["X"], "row"));
        Assert.Null(table.FindParameter("Acme.Api.Import", ["X"], "line"));
        Assert.NotNull(table.FindParameter("Acme.Api.Load", ["System.String"], "row"));
        Assert.Null(table.FindParameter("Acme.Api.Load", ["System.Int32"], "row"));
        Assert.NotNull(table.FindParameter("Acme.Api.ctor", [], "name"));
        Assert.NotNull(table.FindParameter("Acme.Api..ctor", [], "name"));
        Assert.Null(table.FindReturn("Acme.Api.Import", ["X"]));
    }

    [Fact]
    public void ConstantArgument_ChoosesTheKey()
    {
        var table = Fields("Acme.Bags.Get(key: \"BirthDate\")", "Crm.Entity.this[attributeName: \"emailaddress1\"]");

        Assert.True(table.HasConstantArgumentPatterns);
        Assert.NotNull(table.FindCall("Acme.Bags.Get", ["System.String"], [new("key", "BirthDate")]));
        Assert.Null(table.FindCall("Acme.Bags.Get", ["System.String"], [new("key", "birthdate")]));
        Assert.Null(table.FindCall("Acme.Bags.Get", ["System.String"], [new("name", "BirthDate")]));
        Assert.Null(table.FindReturn("Acme.Bags.Get", ["System.String"]));
        Assert.NotNull(table.FindCall("Crm.Entity.this[]", ["System.String"], [new("attributeName", "emailaddress1")]));
        Assert.Null(table.FindField("Crm.Entity.this[]"));
    }

    [Fact]
    public void ConstantArgument_MayHoldDelimiters() =>
        Assert.NotNull(Fields("A.Get(key: \"a,b)#\\\"c\\\\\")").FindCall("A.Get", ["string"], [new("key", "a,b)#\"c\\")]));

    [Theory]
    [InlineData(1, "Acme.Crm.**", "Acme.Crm.Contact.Email", "Acme.Crm.Contact.*")]
    [InlineData(0, "Acme.Crm.Contact.E*", "Acme.**.Crm.Contact.Email", "**")]
    [InlineData(1, "Acme.*.*.Email", "Acme.*.Contact.Email")]
    [InlineData(0, "Acme.**.Email", "Acme.**")]
    public void MostExactPattern_Wins(int winner, params string[] patterns)
    {
        const string Member = "Acme.Crm.Contact.Email";

        Assert.Equal("c" + winner, Winner(Member, patterns));
        Assert.Equal("c" + (patterns.Length - 1 - winner), Winner(Member, [.. patterns.Reverse()]));
    }

    [Fact]
    public void NullEntry_TakesMembersOutAgain()
    {
        var table = Sample.Table(Sample.Policy("\"fields\": { \"Acme.**.Phone*\": { \"category\": \"contact.phone\" }, \"Acme.**.PhoneFormat\": null }"));

        Assert.NotNull(table.FindField("Acme.A.PhoneNumber"));
        Assert.Null(table.FindField("Acme.A.PhoneFormat"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("Acme..Email")]
    [InlineData("Acme.Email.")]
    [InlineData("Acme.a**")]
    [InlineData("Acme.***")]
    [InlineData("Acme+Nested.Email")]
    [InlineData("Acme.List`1.Email")]
    [InlineData("Acme.List<T>.Email")]
    [InlineData("Acme. Email")]
    [InlineData("Acme.1st")]
    [InlineData("Acme.Get(")]
    [InlineData("Acme.Get)")]
    [InlineData("Acme.Get()x")]
    [InlineData("Acme.Get(,)")]
    [InlineData("Acme.Get(a b c: d)")]
    [InlineData("Acme.Get(key: \"x)")]
    [InlineData("Acme.Get(key: x)")]
    [InlineData("Acme.Get(System.String, key: \"x\")")]
    [InlineData("Acme.Bag.this")]
    [InlineData("Acme.Bag[]")]
    [InlineData("Acme.Bag.this()")]
    [InlineData("Acme.Get#")]
    [InlineData("Acme.Get#a.b")]
    [InlineData("#a")]
    public void MalformedPattern_IsUnreadable(string pattern) =>
        Assert.Equal("ECRM1001", Sample.Error(Sample.Policy($"\"fields\": {{ {System.Text.Json.JsonSerializer.Serialize(pattern)}: null }}")).Id);

    [Theory]
    [InlineData("\"code\": { \"Acme.Run(System.String)\": [\"support\"] }")]
    [InlineData("\"code\": { \"Acme.Run#a\": [\"support\"] }")]
    [InlineData("\"entities\": [ \"Acme.Run()\" ]")]
    [InlineData("\"attributes\": { \"Acme.Run()\": { \"category\": \"health\" } }")]
    [InlineData("\"sinks\": [ { \"method\": \"Acme.Run#a\", \"log\": true } ]")]
    public void PatternInTheWrongPlace_IsUnreadable(string more) => Assert.Equal("ECRM1001", Sample.Error(Sample.Policy(more)).Id);
}
