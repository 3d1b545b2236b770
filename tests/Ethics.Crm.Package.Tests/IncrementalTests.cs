using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Two builds in a row: the second does what has changed, and nothing else.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class IncrementalTests(PackedFeed feed)
{
    private const string CompilerWasSkipped = "Skipping target \"CoreCompile\" because all output files are up-to-date";

    [Fact]
    public void Severity_ThatChanges_IsFollowed()
    {
        using var work = Crm(Sources.Misuse);
        work.Build("Shop").Succeeded().Reports("warning ECRM2001");

        work.Build("Shop", "-p:EthicsCrmViolations=error").Failed().Reports("error ECRM2001");
        work.Build("Shop").Succeeded().Reports("warning ECRM2001");
        work.Build("Shop", environment: ("CI", "true")).Failed().Reports("error ECRM2001");
    }

    [Fact]
    public void Switches_ThatChange_AreFollowed()
    {
        using var work = Crm(Sources.Misuse.Replace("[ForPurpose(\"marketing\")]", ""));
        work.Build("Shop").Succeeded().Reports();

        work.Build("Shop", "-p:EthicsCrmStrict=true").Succeeded().Reports("warning ECRM2005");
        work.Build("Shop", "-p:EthicsCrmStrict=true -p:EthicsCrmAnalysis=false").Succeeded().Reports();
        work.Build("Shop", "-p:EthicsCrmStrict=true").Succeeded().Reports("warning ECRM2005");
    }

    [Fact]
    public void Nothing_WhenNothingChanged()
    {
        using var work = Crm(Sources.PermittedUse, executable: true);
        var first = work.Build("Shop", "-v:detailed").Succeeded();
        Assert.DoesNotContain(CompilerWasSkipped, first.Output);
        Assert.Contains(CopyOf("ethics.policy.json"), first.Output);

        var second = work.Build("Shop", "-v:detailed").Succeeded();

        Assert.Contains(CompilerWasSkipped, second.Output);
        Assert.DoesNotContain(CopyOf("ethics.policy.json"), second.Output);
    }

    [Fact]
    public void Policy_ThatChanges_IsJudgedByAgain_AndCopiedAgain()
    {
        using var work = Crm(Sources.Misuse.Replace("marketing", "support"), executable: true);
        work.Build("Shop").Succeeded().Reports();

        work.File("Shop/ethics.policy.json", Sources.Policy.Replace("\"title\": \"E-mail address\"", "\"title\": \"E-mail address\", \"only\": [\"marketing\"]"));
        work.Build("Shop").Succeeded().Reports("warning ECRM1102", "warning ECRM2001");

        Assert.Equal(work.Read("Shop/ethics.policy.json"), work.Read("Shop/bin/Debug/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void Policy_ThatIsDeleted_IsMissed()
    {
        using var work = Crm(Sources.PermittedUse);
        work.Build("Shop").Succeeded().Reports();

        work.Delete("Shop/ethics.policy.json");

        work.Build("Shop").Failed().Reports("error ECRM1001");
    }

    [Fact]
    public void Policy_ThatIsDeleted_LeavesTheOutput()
    {
        using var work = feed.NewWorkspace().Project("Shop", executable: true).File("Shop/Program.cs", "System.Console.WriteLine();").File("Shop/ethics.policy.json", Sources.Policy);
        work.Build("Shop").Succeeded();
        Assert.True(work.Has("Shop/bin/Debug/net10.0/ethics.policy.json"));

        work.Delete("Shop/ethics.policy.json");
        work.Build("Shop").Succeeded().Reports();

        Assert.False(work.Has("Shop/bin/Debug/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void DesignTimeBuild_SeesThePolicy_AndWritesNothing()
    {
        using var work = Crm(Sources.Misuse, executable: true);
        work.File("Shop/ethics.policy.json", Sources.Policy.Replace("\"version\": 1", "\"$schema\": \"./ethics.policy.schema.json\", \"version\": 1"));
        Tool.Dotnet(work.Folder, "restore Shop").Succeeded();

        // What an editor runs to learn the compiler's command line.
        var build = Tool.Dotnet(work.Folder, "msbuild Shop -nologo -t:Compile -p:DesignTimeBuild=true -p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true -p:BuildProjectReferences=false -getItem:CscCommandLineArgs").Succeeded();

        Assert.Contains($"/additionalfile:{work.PathOf("Shop/ethics.policy.json")}", build.Output);
        Assert.Contains("Ethics.Crm.Analyzers.dll", build.Output);
        Assert.Contains("violations.warning.globalconfig", build.Output);
        Assert.False(work.Has("Shop/ethics.policy.schema.json"));
        Assert.False(work.Has("Shop/bin/Debug/net10.0/ethics.policy.json"));
    }

    private static string CopyOf(string file) => $"/Shop/{file}\" to \"";

    private Workspace Crm(string use, bool executable = false)
    {
        var work = feed.NewWorkspace().File("Shop/ethics.policy.json", Sources.Policy).Project("Shop", executable: executable).File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", use);
        return executable ? work.File("Shop/Program.cs", "System.Console.WriteLine();") : work;
    }
}
