using Ethics.Crm.CodeFixes.Labels;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary>One property: what the fix writes compiles with the generator running, and is then guarded.</summary>
public sealed class MakePropertyPartialTests
{
    private const string Mail = "[DataCategory(\"contact.email\")] ";

    [Fact]
    public Task PropertyWithComments_KeepsThemAndItsAttributes() => VerifyAsync(
        """
        using System;
        using Ethics.Crm;
        [assembly: CLSCompliant(false)]
        // A person.
        public class Contact // here
        {
            /// <summary>Where to write to.</summary>
            [DataCategory("contact.email")] // why
            [CLSCompliant(false)]
            public /* a */ required /* b */ string /* c */ Email { get; set; } // end

            public string Name { get; set; } = "";
        }
        """,
        """
        using System;
        using Ethics.Crm;
        [assembly: CLSCompliant(false)]
        // A person.
        public partial class Contact // here
        {
            /// <summary>Where to write to.</summary>
            [DataCategory("contact.email")] // why
            [CLSCompliant(false)]
            public /* a */ required /* b */ partial string /* c */ Email { get; set; } // end

            public string Name { get; set; } = "";
        }
        """);

    [Fact]
    public Task NestedType_MakesTheTypesAroundItPartial() => VerifyAsync(
        """
        using Ethics.Crm;
        // The outer one.
        class Outer<T> where T : class
        {
            interface IHolder { sealed record Inner
            {
                [DataCategory("contact.email")] string? Email { get; init; }
            } }
        }
        """,
        """
        using Ethics.Crm;
        // The outer one.
        partial class Outer<T> where T : class
        {
            partial interface IHolder { sealed partial record Inner
            {
                [DataCategory("contact.email")] partial string? Email { get; init; }
            } }
        }
        """);

    [Theory]
    [InlineData("class C { ~public string Email { get; set; } = \"\"; }", "partial class C { ~public partial string Email { get; set; } = \"\"; }")]
    [InlineData("class C { ~public string Email { get; private set; } = string.Empty; }", "partial class C { ~public partial string Email { get; private set; } = string.Empty; }")]
    [InlineData("class C(string mail) { ~public string Email { get; } = mail; }", "partial class C(string mail) { ~public partial string Email { get; } = mail; }")]
    [InlineData("class C { public C(string mail) => Email = mail; ~public string Email { get; } }", "partial class C { public C(string mail) => Email = mail; ~public partial string Email { get; } }")]
    [InlineData("class C { ~protected internal virtual string? Email { get; init; } }", "partial class C { ~protected internal virtual partial string? Email { get; init; } }")]
    [InlineData("class C { ~[field: System.NonSerialized] public string? Email { get; set; } }", "partial class C { ~[field: System.NonSerialized] public partial string? Email { get; set; } }")]
    [InlineData("struct C { ~public string? Email { get; set; } }", "partial struct C { ~public partial string? Email { get; set; } }")]
    [InlineData("struct C { int a; public C(string m) { Email = m; a = 1; } ~public string Email { get; set; } public int A => a; }", "partial struct C { int a; public C(string m) { Email = m; a = 1; } ~public partial string Email { get; set; } public int A => a; }")]
    [InlineData("readonly struct C { ~public string? Email { get; init; } }", "readonly partial struct C { ~public partial string? Email { get; init; } }")]
    [InlineData("record C { ~public string? Email { get; init; } }", "partial record C { ~public partial string? Email { get; init; } }")]
    [InlineData("record struct C { ~public string? Email { get; init; } }", "partial record struct C { ~public partial string? Email { get; init; } }")]
    [InlineData("record class C { ~public string? Email { get; init; } }", "partial record class C { ~public partial string? Email { get; init; } }")]
    [InlineData("interface I { ~string? Email { get; } } class C : I { public string? Email { get; set; } }", "interface I { ~string? Email { get; } } partial class C : I { public partial string? Email { get; set; } }")]
    [InlineData("abstract class B { ~public abstract string? Email { get; set; } } class C : B { public override string? Email { get; set; } }", "abstract class B { ~public abstract string? Email { get; set; } } partial class C : B { public override partial string? Email { get; set; } }")]
    [InlineData("partial class C { ~public string? Email { get; set; } } partial class C { public int Id => 1; }", "partial class C { ~public partial string? Email { get; set; } } partial class C { public int Id => 1; }")]
    [InlineData("class C { ~public System.Collections.Generic.Dictionary<string, (int A, string? B)[]>? Email { get; set; } }", "partial class C { ~public partial System.Collections.Generic.Dictionary<string, (int A, string? B)[]>? Email { get; set; } }")]
    [InlineData("class @class { ~public string? @event { get; set; } }", "partial class @class { ~public partial string? @event { get; set; } }")]
    public Task Shape_IsMadePartial(string before, string after) => VerifyAsync(Labelled(before), Labelled(after));

    [Theory]
    [InlineData("class C { ~public string? Email { get; set; } }", "partial class C { ~public partial string? Email { get; set; } }")]
    [InlineData("class C { ~public string? Email { get; init; } }", "partial class C { ~public partial string? Email { get; init; } }")]
    [InlineData("record C { ~public required string Email { get; set; } }", "partial record C { ~public required partial string Email { get; set; } }")]
    public Task ShapeInCSharp13_IsMadePartial(string before, string after) => VerifyAsync(Labelled(before), Labelled(after), LanguageVersion.CSharp13);

    [Theory]
    [InlineData("class C { ~public static string? Email { get; set; } }")]
    [InlineData("class C { ~public string Email => \"\"; }")]
    [InlineData("class C { ~public string Email { get => field ?? \"\"; set; } }")]
    [InlineData("class C { ~public string Email { get { return \"\"; } } }")]
    [InlineData("class C { ~public extern string Email { get; set; } }")]
    [InlineData("partial class C { ~public partial string Email { get; } public partial string Email => \"\"; }")]
    [InlineData("class C { ~public string this[int i] => \"\"; }")]
    [InlineData("interface I { ~string? Email { get; } } class C : I { string? I.Email { get; } }")]
    [InlineData("ref struct C { ~public string? Email { get; set; } }")]
    [InlineData("file class C { ~public string? Email { get; set; } }")]
    [InlineData("abstract class C { ~public abstract string? Email { get; set; } }")]
    [InlineData("class C { public string? Email { get; set; } }")]
    public Task PropertyThatTheGeneratorCannotImplement_OffersNothing(string source) => VerifyNotOfferedAsync(Labelled(source), LanguageVersion.CSharp14);

    [Theory]
    [InlineData(LanguageVersion.CSharp12, "class C { ~public string? Email { get; set; } }")]
    [InlineData(LanguageVersion.CSharp7_3, "class C { ~public string Email { get; set; } }")]
    [InlineData(LanguageVersion.CSharp13, "class C { ~public string Email { get; set; } = \"\"; }")]
    [InlineData(LanguageVersion.CSharp13, "class C { public C(string m) => Email = m; ~public string Email { get; } }")]
    [InlineData(LanguageVersion.CSharp13, "class C { ~[field: System.NonSerialized] public string? Email { get; set; } }")]
    [InlineData(LanguageVersion.CSharp13, "record C(~string Email);")]
    public Task LanguageThatCannotGuardIt_OffersNothing(LanguageVersion language, string source) => VerifyNotOfferedAsync(Labelled(source), language);

    private static string Labelled(string source) => "using Ethics.Crm;\n" + source.Replace("~", Mail);

    private static async Task VerifyAsync(string before, string after, LanguageVersion language = LanguageVersion.CSharp14)
    {
        var changed = await Editor.FixAsync(Editor.Of(before).In(language).Open(), new MakePropertyPartialCodeFix());

        Assert.NotNull(changed);
        Assert.Equal([after], await Editor.TextsAsync(changed));
        await Editor.CompileAsync(changed);
        Assert.Equal(0, await Editor.CountAsync(changed));
    }

    private static async Task VerifyNotOfferedAsync(string source, LanguageVersion language)
        => Assert.Null(await Editor.FixAsync(Editor.Of(source).In(language).Open(), new MakePropertyPartialCodeFix()));
}
