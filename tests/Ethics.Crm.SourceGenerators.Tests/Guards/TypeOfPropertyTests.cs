using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Types that are hard to write down.</summary>
public sealed class TypeOfPropertyTests
{
    [Theory]
    [InlineData("public partial (string First, string? Last) Value { get; set; }", "(\"a\", null)", "(a, )")]
    [InlineData("public partial (int, (string Inner, int)[])? Value { get; set; }", "(1, [(\"i\", 2)])", "(1, System.ValueTuple`2[System.String,System.Int32][])")]
    [InlineData("public partial List<dynamic?> Value { get; set; } = [];", "[1, \"x\"]", "System.Collections.Generic.List`1[System.Object]")]
    [InlineData("public partial dynamic[]? Value { get; set; }", "[1]", "System.Object[]")]
    [InlineData("public partial dynamic Value { get; set; } = 1;", "\"d\"", "d")]
    [InlineData("public partial nint Value { get; set; }", "3", "3")]
    [InlineData("public partial DayOfWeek? Value { get; set; }", "DayOfWeek.Friday", "Friday")]
    [InlineData("public partial string?[,]?[]? Value { get; set; }", "null", "null")]
    [InlineData("public partial Func<string?, (int A, int B)>? Value { get; set; }", "null", "null")]
    [InlineData("internal partial Hidden? Value { get; set; }", "new Contact.Hidden()", "Acme.Contact+Hidden")]
    [InlineData("public partial IReadOnlyDictionary<Guid, IList<string?>>? Value { get; init; }", "null", "null")]
    [InlineData("public partial System.Collections.Immutable.ImmutableArray<string> Value { get; set; }", "[\"a\"]", "System.Collections.Immutable.ImmutableArray`1[System.String]")]
    [InlineData("public partial @event.@class? Value { get; set; }", "null", "null")]
    [InlineData("public partial Alias? Value { get; set; }", "[(1, 2)]", "System.Collections.Generic.List`1[System.ValueTuple`2[System.Int32,System.Int32]]")]
    [InlineData("public partial ReadOnlyMemory<char> Value { get; set; }", "\"m\".AsMemory()", "m")]
    [InlineData("public partial Range Value { get; set; }", "1..^2", "1..^2")]
    public void TypeOfEveryForm_IsRepeated(string property, string value, string text)
    {
        var source = $$"""
            using Alias = System.Collections.Generic.List<(int X, int Y)>;
            namespace @event { public class @class; }
            namespace Acme
            {
                public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] {{property}} internal class Hidden; }
                public static class Program { public static string Run() { var c = new Contact { Id = 7, Value = {{value}} }; return Gate.Read(() => c.Value); } }
            }
            """;

        Assert.Equal(Scenes.SupportOnly(text), Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void NamesInATuple_AreThoseOfTheUser()
    {
        var source = """
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial (string First, (int Day, int Month) Born) Name { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Name = ("a", (1, 2)) }; return Gate.Read(() => c.Name.First + c.Name.Born.Month); } }
            """;

        Assert.Equal(Scenes.SupportOnly("a2"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Theory]
    [InlineData("public unsafe partial class Contact", "public partial int*[]? Value { get; set; }")]
    [InlineData("public partial class Contact", "public unsafe partial int*[]? Value { get; set; }")]
    [InlineData("public unsafe partial class Contact", "public partial delegate*<int, void>[]? Value { get; set; }")]
    [InlineData("public unsafe partial struct Contact", "public partial List<int*[]>? Value { get; set; }")]
    public void ArrayOfPointers_IsGuarded(string type, string property)
    {
        var source = $$"""
            namespace Acme;
            {{type}} { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] {{property}} }
            public static unsafe class Program { public static string Run() { var c = new Contact { Id = 7 }; return Gate.Read(() => c.Value); } }
            """;

        Assert.Equal(Scenes.SupportOnly("null"), (Build.Of(Scenes.Gate, source) with { AllowUnsafe = true }).Execute());
    }

    [Theory]
    [InlineData("public unsafe partial class Contact { [CollectedFor(\"support\")] public partial int* Value { get; set; } }")]
    [InlineData("public unsafe partial class Contact { [CollectedFor(\"support\")] public partial delegate*<void> Value { get; set; } }")]
    [InlineData("public partial class Contact { [CollectedFor(\"support\")] public partial Span<char> Value { get; } }")]
    [InlineData("public partial class Contact { [CollectedFor(\"support\")] public partial string this[int index] { get; set; } }")]
    [InlineData("public partial class Contact { [CollectedFor(\"support\")] public static partial string? Value { get; set; } }")]
    [InlineData("public partial class Outer { file partial class Contact { [CollectedFor(\"support\")] public partial string? Value { get; set; } } }")]
    [InlineData("file partial class Outer { public partial class Contact { [CollectedFor(\"support\")] public partial string? Value { get; set; } } }")]
    [InlineData("public ref partial struct Contact { public partial struct Inner { } [CollectedFor(\"support\")] public partial string? Value { get; set; } }")]
    [InlineData("public class Outer { public partial class Contact { [CollectedFor(\"support\")] public partial string? Value { get; set; } } }")]
    [InlineData("public class Contact { [CollectedFor(\"support\")] public partial string? Value { get; set; } }")]
    [InlineData("public abstract partial class Contact { [CollectedFor(\"support\")] public abstract partial string? Value { get; set; } }")]
    [InlineData("public partial class Contact { [CollectedFor(\"support\")] public extern partial string? Value { get; set; } }")]
    public void WhatCannotBeGuarded_IsNotTouched(string declaration)
    {
        var build = Build.Of(Scenes.Usings, "namespace Acme; " + declaration) with { AllowUnsafe = true };

        var run = build.Driver().RunGenerators(build.Compilation()).GetRunResult();

        Assert.DoesNotContain(run.GeneratedTrees, tree => tree.FilePath.Contains("Guards.g"));
        Assert.All(run.Results, result => Assert.Null(result.Exception));
    }

    [Fact]
    public void PropertyBesideOneThatCannotBeGuarded_Is()
    {
        var source = """
            namespace Acme;
            public partial class Contact
            {
                private static string? s_last;
                [DataSubjectId] public int Id { get; set; }
                [CollectedFor("support")] public string? this[int index] => s_last + index;
                [CollectedFor("support")] public static string? Last { get => s_last; set => s_last = value; }
                [CollectedFor("support")] public partial string? Email { get; set; }
            }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; Contact.Last = "l"; return c[1] + Gate.Read(() => c.Email); } }
            """;

        Assert.Equal("l1" + Scenes.SupportOnly("e"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Theory]
    [InlineData("<T> where T : class?", "<string?>", "T")]
    [InlineData("<T> where T : notnull", "<string>", "T?")]
    [InlineData("<T, TKey> where T : IComparable<T>, new() where TKey : struct, Enum", "<int, DayOfWeek>", "Dictionary<TKey, T>?")]
    [InlineData("<T> where T : unmanaged", "<int>", "T?")]
    [InlineData("<T> where T : Contact<T>?", "<Leaf>", "T?")]
    public void ConstrainedTypeParameters_AreNotRepeated(string parameters, string arguments, string type)
    {
        var source = $$"""
            #nullable enable
            namespace Acme;
            public partial class Contact{{parameters}} { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial {{type}} Value { get; set; } }
            public class Leaf : {{(arguments == "<Leaf>" ? "Contact<Leaf>" : "object")}};
            public static class Program { public static string Run() { var c = new Contact{{arguments}} { Id = 7, Value = default! }; return Gate.Read(() => (object?)c.Value).Replace("0", "null"); } }
            """;

        Assert.Equal(Scenes.SupportOnly("null"), Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void TypesOfOneNameAndSeveralArities_AreKeptApart()
    {
        var source = """
            namespace Acme;
            public partial class Contact { [CollectedFor("support")] public partial string? Email { get; set; } }
            public partial class Contact<T> { [CollectedFor("support")] public partial T? Email { get; set; } public partial class Contact1 { [CollectedFor("support")] public partial T? Email { get; set; } } }
            public static class Program
            {
                public static string Run()
                {
                    Contact a = new() { Email = "a" }; Contact<string> b = new() { Email = "b" }; Contact<string>.Contact1 c = new() { Email = "c" };
                    return Gate.In("support", () => a.Email + b.Email + c.Email) + Gate.In("billing", () => c.Email);
                }
            }
            """;

        Assert.Equal("abcNotPermitted", Build.Of(Scenes.Gate, source).Execute());
    }
}
