using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>What the user wrote on a property is still on it: attributes of the property, of its field and accessors, and its documentation.</summary>
public sealed class CarriedAttributeTests
{
    private const string Helpers = """

        public static class Look
        {
            public static System.Reflection.PropertyInfo Property(Type type, string name) => type.GetProperty(name, (System.Reflection.BindingFlags)60)!;
            public static System.Reflection.FieldInfo Field(Type type, string name) => System.Linq.Enumerable.Single(type.GetFields((System.Reflection.BindingFlags)36), field =>
                field.Name == "<" + name + ">k__BackingField" || string.Equals(field.Name, "_" + name, StringComparison.OrdinalIgnoreCase) || field.Name == "__ethics" + name);
            // The flag's own name is obsolete.
            public static bool IsNotSerialized(Type type, string name) => ((int)Field(type, name).Attributes & 0x80) != 0;
            public static string Attributes(System.Reflection.MemberInfo member) => string.Join(",", System.Linq.Enumerable.Order(System.Linq.Enumerable.Where(System.Linq.Enumerable.Select(
                member.GetCustomAttributesData(), data => data.AttributeType.Name.Replace("Attribute", "") + (data.ConstructorArguments.Count == 0 ? "" : "(" + string.Join(";", data.ConstructorArguments) + ")")),
                name => !name.StartsWith("Nullable") && !name.StartsWith("CollectedFor") && !name.StartsWith("CompilerGenerated") && !name.StartsWith("DebuggerBrowsable") && !name.StartsWith("GeneratedCode") && !name.StartsWith("EditorBrowsable"))));
        }
        """;

    [Theory]
    [InlineData("[System.Text.Json.Serialization.JsonPropertyName(\"mail\")]", "JsonPropertyName(\"mail\")")]
    [InlineData("[System.ComponentModel.DataAnnotations.Schema.Column(\"mail\"), System.ComponentModel.DataAnnotations.MaxLength(7)]", "Column(\"mail\"),MaxLength((Int32)7)")]
    [InlineData("[property: System.ComponentModel.DataAnnotations.Required]", "Required")]
    [InlineData("[System.ComponentModel.DefaultValue(typeof(Version), \"1.0\")]", "DefaultValue(typeof(System.Version);\"1.0\")")]
    public void AttributeOfTheProperty_IsOnIt(string attribute, string expected) =>
        Assert.Equal(expected + " / " + Scenes.SupportOnly("e"), Execute(attribute + " public partial string? Email { get; set; }", "Look.Attributes(Look.Property(typeof(Contact), \"Email\"))"));

    [Fact]
    public void AttributeOfTheField_IsOnTheField()
    {
        var property = """
            [field: NonSerialized, Mark(typeof(List<@class>), Kind.Second, "a\"b", new[] { 1, 2 }, Name = nameof(Kind), More = new object?[] { null, 'c', 1.5 })]
            [field: System.Text.Json.Serialization.JsonIgnore]
            public partial string? Email { get; set; }
            """;
        var look = "Look.IsNotSerialized(typeof(Contact), \"Email\") + Mark.Show(Look.Field(typeof(Contact), \"Email\")) + Look.Attributes(Look.Property(typeof(Contact), \"Email\"))";
        var more = """

            public sealed class @class;
            public enum Kind { First, Second }
            [AttributeUsage(AttributeTargets.Field)]
            public sealed class Mark(Type type, Kind kind, string text, int[] numbers) : Attribute
            {
                public string? Name { get; set; }
                public object?[]? More;
                public static string Show(System.Reflection.FieldInfo field)
                {
                    var mark = System.Reflection.CustomAttributeExtensions.GetCustomAttribute<Mark>(field)!;
                    return System.Reflection.CustomAttributeExtensions.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>(field) is not null ? mark.ToString() : "none";
                }
                public override string ToString() => FormattableString.Invariant($" {type.GenericTypeArguments[0].Name} {kind} {text} {numbers.Length} {Name} {More![0] is null} {More[1]} {More[2]}");
            }
            """;

        Assert.Equal("True class Second a\"b 2 Kind True c 1.5 / " + Scenes.SupportOnly("e"), Execute(property, look, more));
    }

    [Theory]
    [InlineData("[field: NonSerialized] public partial string? Email { get; set; }", "CS0657")]
    [InlineData("public Contact(string email) => Email = email; [CollectedFor(\"support\")] public partial string? Email { get; }", "CS0200")]
    public void Limit_CSharp13_WhatNeedsTheFieldKeywordIsNotGuarded(string property, string told)
    {
        // The compiler itself refuses both for a property that is not an automatic one; ECRM1106 names them before anybody makes the property partial.
        var source = $"namespace Acme; public partial class Contact {{ [CollectedFor(\"support\")] {property} }}".Replace("[CollectedFor(\"support\")] public Contact", "public Contact");

        var run = (Build.Of(Scenes.Usings, source) with { Language = LanguageVersion.CSharp13, Expected = ["CS9248", told] }).Run();

        Assert.DoesNotContain(run.HintNames, name => name.Contains("Contact"));
    }

    [Fact]
    public void AttributeOfTheFieldOfAGuardedId_IsOnTheFieldThatHoldsIt()
    {
        var source = """
            namespace Acme;
            public partial class Contact { [DataSubjectId, CollectedFor("support")] [field: NonSerialized] public partial string? Email { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Email = "e" }; return Look.IsNotSerialized(typeof(Contact), "Email") + " / " + Gate.Read(() => c.Email); } }
            """;

        Assert.Equal("True / " + Scenes.SupportOnly("e"), Build.Of(Scenes.Gate + Helpers, source).Execute());
    }

    [Theory]
    [InlineData("public partial string? Email { [Obsolete] get; [param: System.Diagnostics.CodeAnalysis.AllowNull] set; }", "Look.Property(typeof(Contact), \"Email\").GetMethod!.IsDefined(typeof(ObsoleteAttribute), false)", "CS0612")]
    [InlineData("[Obsolete(\"old\")] public partial string? Email { get; set; }", "(Look.Attributes(Look.Property(typeof(Contact), \"Email\")) == \"Obsolete(\\\"old\\\")\")", "CS0618")]
    public void ObsoleteMember_IsToldToItsUsersOnly(string property, string look, string warning) =>
        Assert.Equal("True / " + Scenes.SupportOnly("e"), Execute(property, look, expected: warning));

    [Theory]
    [InlineData("[Obsolete(\"gone\", true)] public string? Old { get; set; }", "Contact { Id = 7, Email = (guarded), Old =  }")]
    [InlineData("[Obsolete(\"gone\", true), CollectedFor(\"support\")] public partial string? Old { get; set; }", "Contact { Id = 7, Email = (guarded), Old = (guarded) }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public string? Old { get; set; }", "Contact { Id = 7, Email = (guarded), Old =  }")]
    [InlineData("[Obsolete(\"gone\", true)] public string? Old = null;", "Contact { Id = 7, Email = (guarded), Old =  }")]
    public void MemberThatNobodyMayUse_IsPrintedAllTheSame(string member, string expected)
    {
        var source = $$"""
            namespace Acme;
            public partial record Contact([DataSubjectId] int Id) { [CollectedFor("support")] public partial string? Email { get; set; } {{member}} }
            public static class Program { public static string Run() => new Contact(7) { Email = "e" }.ToString(); }
            """;

        Assert.Equal(expected, Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void PropertyAttributesOfRecordParameters_StayWhereTheyWere()
    {
        var source = """
            namespace Acme;
            public partial record Contact([property: System.Text.Json.Serialization.JsonPropertyName("key"), DataSubjectId] int Id, [property: System.ComponentModel.DataAnnotations.MaxLength(3)] string Name)
            {
                [CollectedFor("support")] public partial string? Email { get; set; }
            }
            public static class Program
            {
                public static string Run() { var c = new Contact(7, "n") { Email = "e" }; return Look.Attributes(Look.Property(typeof(Contact), "Id")) + Look.Attributes(Look.Property(typeof(Contact), "Name")) + " / " + Gate.Read(() => c.Email); }
            }
            """;

        Assert.Equal("DataSubjectId,JsonPropertyName(\"key\")MaxLength((Int32)3) / " + Scenes.SupportOnly("e"), Build.Of(Scenes.Gate + Helpers, source).Execute());
    }

    [Theory]
    [InlineData("[property: CollectedFor(\"support\")]", true)]
    [InlineData("[CollectedFor(\"support\")]", false)]
    public void LabelOnTheRecordParameter_GuardsThePropertyOfTheBody(string attribute, bool isTold)
    {
        // The compiler ignores a `property:` attribute of a parameter whose property is written out, and says so; the label counts if it stands on the parameter itself.
        var source = $$"""
            namespace Acme;
            public partial record Contact([DataSubjectId] int Id, {{attribute}} string Email) { [DataCategory("contact.email")] public partial string Email { get; init; } = Email; }
            public static class Program { public static string Run() { var c = new Contact(7, "e"); return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), (Build.Of(Scenes.Gate, source) with { Expected = isTold ? ["CS0657"] : [] }).Execute());
    }

    [Fact]
    public void Documentation_IsThatOfTheUser()
    {
        var source = """
            namespace Acme;
            /// <summary>A person.</summary>
            public partial record Contact
            {
                /// <summary>Where to write to, <see cref="Contact"/>.</summary>
                /// <value>Text.</value>
                [CollectedFor("support")] public partial string? Email { get; set; }
            }
            """;

        var result = Build.Of(Scenes.Usings, source).Run();
        using var documentation = new MemoryStream();
        Assert.True(result.Output.Emit(new MemoryStream(), xmlDocumentationStream: documentation).Success);
        var text = System.Text.Encoding.UTF8.GetString(documentation.ToArray());

        Assert.Contains("Where to write to, <see cref=\"T:Acme.Contact\"/>.", text);
        Assert.Equal(["P:Acme.Contact.Email", "T:Acme.Contact"], System.Text.RegularExpressions.Regex.Matches(text, "member name=\"(.*?)\"").Select(match => match.Groups[1].Value).Where(name => name.Contains("Contact") && name[0] != 'F').Order());
    }

    private static string Execute(string property, string look, string more = "", string? expected = null)
    {
        var source = $$"""
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] {{property}} }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return {{look}} + " / " + Gate.Read(() => c.Email); } }
            """;
        return (Build.Of(Scenes.Gate + Helpers, source + more) with { Expected = expected is null ? [] : [expected] }).Execute();
    }
}
