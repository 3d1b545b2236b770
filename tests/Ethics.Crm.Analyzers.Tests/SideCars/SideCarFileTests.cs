using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Tests.SideCars;

/// <summary>The file itself: the same for the same library, and told where it is no help.</summary>
public sealed class SideCarFileTests
{
    private const string Texts = """public static class Texts { public static string Second(string first, string second) => second.Trim(); public static string First(string first, string second) => first + Inner(second); private static string Inner(string s) => s.Length > 2 ? "a" : "b"; }""";

    private const string Cards = """public sealed class Card { public string Text { get; set; } = ""; } public static class Cards { [ForPurpose("support")] public static Card Of(Contact c) { var card = new Card(); foreach (var one in new[] { c.Email, c.Name }) { card.Text += one; } return card; } public static string Line(Contact c) => c.Email + c.Note; }""";

    private const string Program =
        """
        public static class Job
        {
            [ForPurpose("support")] public static string Take(Contact c) => Texts.Second(c.Email, "router");
            [ForPurpose("marketing")] public static void Run(Contact c) => Mailer.Send(Take(c));
        }
        """;

    [Fact]
    public async Task SameLibrary_IsWrittenTheSame()
    {
        var first = await TwoProjects.SideCarOfAsync(TwoProjects.Library(Texts, Cards));

        Assert.Equal(first, await TwoProjects.SideCarOfAsync(TwoProjects.Library(Texts, Cards)));
        Assert.Equal(first, await TwoProjects.SideCarOfAsync(TwoProjects.Compile("Library", [Models.Contact, TwoProjects.Usings + Texts, TwoProjects.Usings + Cards], [], concurrent: false)));
        Assert.NotEqual(first, await TwoProjects.SideCarOfAsync(TwoProjects.Library(Texts, Cards.Replace("c.Email + c.Note", "c.Name", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task OrderOfFiles_ChangesNothing()
        => Assert.Equal(
            await TwoProjects.SideCarOfAsync(TwoProjects.Library(Texts, Cards)),
            await TwoProjects.SideCarOfAsync(TwoProjects.Library(Cards, Texts)));

    [Theory]
    [InlineData("{", "is damaged")]
    [InlineData("", "is damaged")]
    [InlineData("[]", "is no such file")]
    [InlineData("""{ "ethics.crm.summaries": 1 }""", "is damaged")]
    [InlineData("""{ "ethics.crm.summaries": 99 }""", "has version 99, and this version of the rules reads 1")]
    [InlineData("""{ "ethics.crm.summaries": "a" }""", "has version \"a\", and this version of the rules reads 1")]
    public async Task FileThatIsNoHelp_IsTold(string text, string why)
    {
        var found = await TwoProjects.FindingsAsync(Program, TestCompilation.ToReference(TwoProjects.Library(Texts)), (TwoProjects.SideCarPath, text));

        Assert.Contains(found, one => one.Id == "ECRM9002" && one.Message == $"The file 'Library.ethics.json' {why}, so the build does not know what that library does with labelled values");
        Assert.Contains(found, static one => one.Id == "ECRM9000");
        Assert.Contains(found, static one => one.Id == "ECRM2002");
    }

    [Fact]
    public async Task FileOfAnotherVersionOfTheLibrary_IsTold()
    {
        var beside = await TwoProjects.SideCarOfAsync(TwoProjects.Library("[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]", Texts));

        var found = await TwoProjects.FindingsAsync(Program, TestCompilation.ToReference(TwoProjects.Library("[assembly: System.Reflection.AssemblyVersion(\"2.0.0.0\")]", Texts)), (TwoProjects.SideCarPath, beside));

        Assert.Contains(found, static one => one.Message.Contains("is of version 1.0.0.0 of 'Library', and this project references version 2.0.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachCutOfAFile_IsReadOrTold()
    {
        var library = TwoProjects.Library(Texts, Cards);
        var beside = await TwoProjects.SideCarOfAsync(library);
        var reference = TestCompilation.ToReference(library);
        for (var length = 0; length < beside.Length - 3; length += Math.Max(1, beside.Length / 12))
        {
            Assert.Contains(await TwoProjects.FindingsAsync(Program, reference, (TwoProjects.SideCarPath, beside[..length])), static one => one.Id == "ECRM9002");
        }
    }

    [Fact]
    public async Task LibraryThatWasBuiltWithARuleAndSaysNothing_IsToldWhereAValueGoesThere()
    {
        var library = TestCompilation.ToReference(TwoProjects.Library(Texts, "[assembly: System.Reflection.AssemblyMetadata(\"Ethics.Crm.Policy\", \"1;0;support,marketing;\")]"));

        var found = await TwoProjects.FindingsAsync(Program, library);

        Assert.Contains(found, static one => one.Id == "ECRM9002" && one.Message.Contains("goes into the library 'Library', which does not say what it does with it", StringComparison.Ordinal));
        Assert.DoesNotContain(await TwoProjects.FindingsAsync(Program.Replace("c.Email", "c.Name", StringComparison.Ordinal), library), static one => one.Id == "ECRM9002");
    }

    /// <summary>As before there were such files.</summary>
    [Fact]
    public async Task ProjectThatDoesNotAsk_IsNotToldOfLibrariesWithoutFile_AndReadsThoseThatHaveOne()
    {
        var library = TwoProjects.Library(Texts, "[assembly: System.Reflection.AssemblyMetadata(\"Ethics.Crm.Policy\", \"1;0;support,marketing;\")]");
        var reference = TestCompilation.ToReference(library);
        var program = TwoProjects.Compile("Program", [TwoProjects.Usings + Program, TwoProjects.Usings + TwoProjects.MailerSource], [reference]);

        Assert.Equal(["ECRM2002"], (await TwoProjects.RunAsync(program, [])).Select(static one => one.Id));
        Assert.Empty(await TwoProjects.RunAsync(program, [], (TwoProjects.SideCarPath, await TwoProjects.SideCarOfAsync(library))));
        Assert.Equal(["ECRM2002"], (await TwoProjects.RunAsync(TwoProjects.Compile("Program", [TwoProjects.Usings + Program, TwoProjects.Usings + TwoProjects.MailerSource], [library.ToMetadataReference()]), [])).Select(static one => one.Id));
    }

    [Fact]
    public async Task FalseNegative_FileOfAnotherContentOfTheSameVersion_IsBelieved()
    {
        var beside = await TwoProjects.SideCarOfAsync(TwoProjects.Library(Texts));
        var other = TwoProjects.Library(Texts.Replace("=> second.Trim()", "=> first", StringComparison.Ordinal));

        Assert.Empty(await TwoProjects.FindingsAsync(Program, TestCompilation.ToReference(other), (TwoProjects.SideCarPath, beside)));
    }

    [Fact]
    public async Task FileThatCannotBeWritten_IsTold()
    {
        // A folder has the name.
        var folder = Directory.CreateTempSubdirectory("ethics-crm-side-car-");
        try
        {
            var found = await TwoProjects.RunAsync(TwoProjects.Library(Texts), new Dictionary<string, string> { ["EthicsCrmSideCarFile"] = folder.FullName });

            Assert.Contains(found, static one => one.Id == "ECRM9002" && one.Message.Contains("could not be written", StringComparison.Ordinal));
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.FullName)!, Path.GetFileName(folder.FullName) + "*.tmp"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
