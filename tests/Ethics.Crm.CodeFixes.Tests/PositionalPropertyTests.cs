using Ethics.Crm.CodeFixes.Labels;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary>A record's parameter declares the property: it is written out in the body.</summary>
public sealed class PositionalPropertyTests
{
    [Theory]
    [InlineData(
        """
        public record Contact(int Id, [DataCategory("contact.email")] string Email); // end
        """,
        """
        public partial record Contact(int Id, [DataCategory("contact.email")] string Email)
        {
            public partial string Email { get; init; } = Email;
        } // end
        """)]
    [InlineData(
        """
        public record struct Contact([DataCategory("contact.email")] string? Email = null) { }
        """,
        """
        public partial record struct Contact([DataCategory("contact.email")] string? Email = null) {
            public partial string? Email { get; set; } = Email;
        }
        """)]
    [InlineData(
        """
        public readonly record struct Contact([property: DataCategory("contact.email"), System.Obsolete] [field: System.NonSerialized] string? Email);
        """,
        """
        public readonly partial record struct Contact(string? Email)
        {
            [DataCategory("contact.email"), System.Obsolete] [field: System.NonSerialized] public partial string? Email { get; init; } = Email;
        }
        """)]
    [InlineData(
        """
        static class Outer
        {
            public sealed record Contact(
                int Id,
                // The address.
                [property: DataCategory("contact.email")]
                string @class)
            {
                // Existing.
                public int Twice => Id * 2;
            }
        }
        """,
        """
        static partial class Outer
        {
            public sealed partial record Contact(
                int Id,
                // The address.
                string @class)
            {
                [DataCategory("contact.email")] public partial string @class { get; init; } = @class;
                // Existing.
                public int Twice => Id * 2;
            }
        }
        """)]
    [InlineData(
        """
        public record Contact([DataCategory("contact.email")] string Email) { public int Size => 1; }
        """,
        """
        public partial record Contact([DataCategory("contact.email")] string Email) { public partial string Email { get; init; } = Email; public int Size => 1; }
        """)]
    [InlineData(
        """
        public abstract record Base { [DataCategory("contact.email")] public abstract string Email { get; init; } }
        public record Contact(string Email) : Base;
        """,
        """
        public abstract record Base { [DataCategory("contact.email")] public abstract string Email { get; init; } }
        public partial record Contact(string Email) : Base
        {
            public override partial string Email { get; init; } = Email;
        }
        """)]
    [InlineData(
        """
        public record Base(int Id);
        public record Contact(int Id, [DataCategory("contact.email")] string Email) : Base(Id);
        """,
        """
        public record Base(int Id);
        public partial record Contact(int Id, [DataCategory("contact.email")] string Email) : Base(Id)
        {
            public partial string Email { get; init; } = Email;
        }
        """)]
    [InlineData(
        """
        public record Contact([property: DataCategory("contact.email")] /* The address. */ string Email);
        """,
        """
        public partial record Contact(/* The address. */ string Email)
        {
            [DataCategory("contact.email")] public partial string Email { get; init; } = Email;
        }
        """)]
    [InlineData(
        """
        public record Contact(
            // Before.
            [property: DataCategory("contact.email")] // Behind.
            // Between.
            [field: System.NonSerialized] /* After. */
            string Email);
        """,
        """
        public partial record Contact(
            // Before.
            // Behind.
            // Between.
            /* After. */
            string Email)
        {
            [DataCategory("contact.email")] [field: System.NonSerialized] public partial string Email { get; init; } = Email;
        }
        """)]
    public async Task Parameter_GetsItsPropertyInTheBody(string before, string after)
    {
        var changed = await Editor.FixAsync(Editor.Of("using Ethics.Crm;\n" + before).Open(), new MakePropertyPartialCodeFix());

        Assert.NotNull(changed);
        Assert.Equal(["using Ethics.Crm;\n" + after], await Editor.TextsAsync(changed));
        await Editor.CompileAsync(changed);
        Assert.Equal(0, await Editor.CountAsync(changed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SeveralParameters_AreWrittenInTheirOrderTogetherOrOneByOne(bool together)
    {
        const string Before = """
            using Ethics.Crm;
            public record Contact([DataCategory("contact.email")] string Email, int Id, [DataCategory("identity")] string Name, [DataCategory("identity")] string? Nick)
            {
            	public int Size => 1;
            }
            """;
        const string After = """
            using Ethics.Crm;
            public partial record Contact([DataCategory("contact.email")] string Email, int Id, [DataCategory("identity")] string Name, [DataCategory("identity")] string? Nick)
            {
                public partial string Email { get; init; } = Email;
                public partial string Name { get; init; } = Name;
                public partial string? Nick { get; init; } = Nick;
            	public int Size => 1;
            }
            """;
        var fix = new MakePropertyPartialCodeFix();
        var solution = Editor.Of(Before).Open();
        if (together)
        {
            solution = (await Editor.FixAsync(solution, fix, FixAllScope.Document))!;
        }
        else
        {
            for (var i = 0; i < 3; i++)
                solution = (await Editor.FixAsync(solution, fix))!;
        }

        Assert.Equal([After], await Editor.TextsAsync(solution));
        await Editor.CompileAsync(solution);
        Assert.Null(await Editor.FixAsync(solution, fix));
    }

    [Fact]
    public async Task LineEndingsOfTheFile_AreKept()
    {
        var changed = await Editor.FixAsync(Editor.Of("using Ethics.Crm;\r\nrecord Contact([DataCategory(\"contact.email\")] string Email);\r\n").Open(), new MakePropertyPartialCodeFix());

        Assert.Equal(
            ["using Ethics.Crm;\r\npartial record Contact([DataCategory(\"contact.email\")] string Email)\r\n{\r\n    public partial string Email { get; init; } = Email;\r\n}\r\n"],
            await Editor.TextsAsync(changed!));
    }
}
