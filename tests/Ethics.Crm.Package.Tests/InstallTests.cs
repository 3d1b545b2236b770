using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What a developer gets after <c>dotnet add package Ethics.Crm</c>, at a desk and on a build server.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class InstallTests(PackedFeed feed)
{
    [Fact]
    public void Misuse_AtADesk_IsAWarningAtTheRead()
    {
        using var work = SmallCrm(Sources.Misuse);

        var build = work.Build("Shop").Succeeded().Reports("warning ECRM2001");

        // Line and column of `Email` in `contact.Email`.
        Assert.Contains("Newsletter.cs(8,62): warning ECRM2001", build.Output);
        Assert.Contains("'Contact.Email' is collected for support only", build.Output);
        Assert.Contains("(marketing)", build.Output);
    }

    [Fact]
    public void PermittedUse_IsSilent()
    {
        using var work = SmallCrm(Sources.PermittedUse);

        work.Build("Shop").Succeeded().Reports();
    }

    [Theory, InlineData("CI"), InlineData("ContinuousIntegrationBuild")]
    public void Misuse_OnABuildServer_FailsTheBuild(string variable)
    {
        using var work = SmallCrm(Sources.Misuse);

        work.Build("Shop", environment: (variable, "true")).Failed().Reports("error ECRM2001");
    }

    [Fact]
    public void EthicsCrmViolations_DecidesAgainstTheBuildServer()
    {
        using var work = SmallCrm(Sources.Misuse);

        work.Build("Shop", "-p:EthicsCrmViolations=warning", ("CI", "true")).Succeeded().Reports("warning ECRM2001");
        work.Build("Shop", "-p:EthicsCrmViolations=error --no-incremental").Failed().Reports("error ECRM2001");
    }

    [Fact]
    public void EthicsCrmViolations_InAnyCase_IsUnderstood()
    {
        using var work = SmallCrm(Sources.Misuse, "<EthicsCrmStrict>True</EthicsCrmStrict>").File("Shop/Report.cs", Sources.Misuse.Replace("[ForPurpose(\"marketing\")]", "").Replace("Newsletter", "Report"));

        work.Build("Shop", "-p:EthicsCrmViolations=Error").Failed().Reports("error ECRM2001", "error ECRM2005");
    }

    [Fact]
    public void EthicsCrmViolations_WithAnUnknownValue_SaysWhatIsAccepted()
    {
        using var work = SmallCrm(Sources.PermittedUse);

        var build = work.Build("Shop", "-p:EthicsCrmViolations=fatal").Failed();

        Assert.Contains("must be 'warning' or 'error'", build.Output);
    }

    [Theory, InlineData("none"), InlineData("error")]
    public void EditorConfig_WinsOverThePackage(string severity)
    {
        using var work = SmallCrm(Sources.Misuse).File("Shop/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.ECRM2001.severity = {severity}\n");

        if (severity == "none")
            work.Build("Shop", environment: ("CI", "true")).Succeeded().Reports();
        else
            work.Build("Shop").Failed().Reports("error ECRM2001");
    }

    [Fact]
    public void WarningsAsErrors_MakeTheMisuseAnError_AndNothingElseOfOurs()
    {
        using var work = SmallCrm(Sources.Misuse, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        work.Build("Shop").Failed().Reports("error ECRM2001");

        using var clean = SmallCrm(Sources.PermittedUse, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        clean.Build("Shop").Succeeded().Reports();
    }

    [Fact]
    public void Transitive_TheApplicationIsHeldToo()
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Models").File("Models/Contact.cs", Sources.Model)
            .Project("App", package: null, items: """<ProjectReference Include="../Models/Models.csproj" />""").File("App/Newsletter.cs", Sources.Misuse);

        work.Build("App").Succeeded().Reports("warning ECRM2001");
    }

    [Fact]
    public void Policy_AboveTheProject_IsFound_AndTheNearestWins()
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("src/Shop").File("src/Shop/Contact.cs", Sources.Model).File("src/Shop/Newsletter.cs", Sources.Misuse);
        work.Build("src/Shop").Succeeded().Reports("warning ECRM2001");

        work.File("src/ethics.policy.json", Sources.Policy.Replace("\"basis\": \"consent\"", "\"basis\": \"nonsense\""));
        var build = work.Build("src/Shop").Failed();
        Assert.Contains("ethics.policy.json(6,", build.Output);
        Assert.Contains("error ECRM1002", build.Output);
    }

    [Fact]
    public void Policy_UnderAnotherName_IsReadFromEthicsPolicyFile()
    {
        using var work = feed.NewWorkspace()
            .File("privacy/company.json", Sources.Policy)
            .Project("Shop", properties: "<EthicsPolicyFile>../privacy/company.json</EthicsPolicyFile>").File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);

        work.Build("Shop").Succeeded().Reports("warning ECRM2001");
    }

    [Fact]
    public void Policy_ThatDoesNotExist_FailsTheBuildAndNamesTheFile()
    {
        using var work = SmallCrm(Sources.PermittedUse, "<EthicsPolicyFile>missing.json</EthicsPolicyFile>");

        var build = work.Build("Shop").Failed();

        Assert.Contains("ECRM1001", build.Output);
        Assert.Contains("missing.json", build.Output);
    }

    [Fact]
    public void NoPolicy_IsOneFinding_NotOnePerRead()
    {
        using var work = feed.NewWorkspace().Project("Shop").File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);

        work.Build("Shop").Failed().Reports("error ECRM1001");
    }

    [Fact]
    public void NoPolicy_ButReadsOfALabelledReference_IsSaidToo()
    {
        // The application's own build has no policy to judge by: silence would look like a clean bill.
        using var work = feed.NewWorkspace()
            .File("Models/ethics.policy.json", Sources.Policy)
            .Project("Models").File("Models/Contact.cs", Sources.Model)
            .Project("App", package: null, items: """<ProjectReference Include="../Models/Models.csproj" />""").File("App/Newsletter.cs", Sources.Misuse);

        work.Build("App").Failed().Reports("error ECRM1001");
    }

    [Fact]
    public void Base_IsReadFromEthicsPolicyBase_AndItsAbsenceNamesTheLineToAdd()
    {
        var overlay = """{ "extends": ["base.json"], "version": 1, "categories": {}, "purposes": {} }""";
        using var work = feed.NewWorkspace()
            .File("base.json", Sources.Policy).File("ethics.policy.json", overlay)
            .Project("Shop").File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);
        var without = work.Build("Shop").Failed();
        Assert.True(without.Output.Contains("error ECRM1001") && without.Output.Contains("EthicsPolicyBase"), without.Output);

        work.Project("Shop", items: """<EthicsPolicyBase Include="../base.json" />""");
        work.Build("Shop").Succeeded().Reports("warning ECRM2001");
    }

    [Fact]
    public void AnalysisOff_RemovesTheRules_NotTheGuard()
    {
        using var work = SmallCrm(Sources.Misuse, "<EthicsCrmAnalysis>false</EthicsCrmAnalysis>");

        // Without the generator the partial property would not compile (CS9248).
        work.Build("Shop").Succeeded().Reports();
    }

    [Fact]
    public void NoPurposeData_IsSilent()
    {
        using var work = feed.NewWorkspace().Project("Plain").File("Plain/Thing.cs", "namespace Plain { public class Thing { public int Size { get; set; } } }");

        work.Build("Plain").Succeeded().Reports();
    }

    [Fact]
    public void Abstractions_Alone_HoldTheBuild()
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Shop", package: "Ethics.Crm.Abstractions").File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);

        work.Build("Shop").Succeeded().Reports("warning ECRM2001");
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    public void OlderLanguageVersions_AreAnalysed_AndToldWhatIsNotIntercepted(string framework)
    {
        // No partial properties there: the rules work, and ECRM1106 names what the running program will not stop.
        var assemblies = framework == "net472" ? """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""" : "";
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Shop", framework, properties: "<Nullable>disable</Nullable>", items: assemblies)
            .File("Shop/Contact.cs", Sources.PlainModel).File("Shop/Newsletter.cs", Sources.Misuse);

        work.Build("Shop").Succeeded().Reports("warning ECRM1106", "warning ECRM2001");
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void OlderFrameworks_WithANewLanguageVersion_AreGuarded(string framework)
    {
        var assemblies = framework == "net472" ? """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""" : "";
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Shop", framework, properties: "<LangVersion>14</LangVersion>", items: assemblies)
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);

        work.Build("Shop").Succeeded().Reports("warning ECRM2001");
    }

    [Fact]
    public void BothCompilerFolders_AsOldProjectsLoadThem_RunEachGeneratorOnce()
    {
        // A project in the old format passes every folder of a package to the compiler; the generators' output would clash.
        var other = $"{feed.Installed}/ethics.crm.abstractions/{PackedFeed.Version}/analyzers/dotnet/roslyn4.8/cs/*.dll";
        using var work = feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", items: $"""<Analyzer Include="{other}" />""").File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);

        // The first build installs the package; the wildcard finds its files from the second on.
        work.Build("Shop").Succeeded();
        work.Build("Shop", "--no-incremental").Succeeded().Reports("warning ECRM2001");
    }

    [Fact]
    public void GuardOff_GivesPlainAccessors_AndSaysSo()
    {
        using var work = SmallCrm(Sources.PermittedUse, "<EthicsCrmGuard>false</EthicsCrmGuard>");

        work.Build("Shop").Succeeded().Reports("warning ECRM1106");
    }

    [Fact]
    public void Strict_ReportsReadsThatDeclareNoPurpose_AndOnlyThere()
    {
        var undeclared = Sources.Misuse.Replace("[ForPurpose(\"marketing\")]", "");
        using var work = SmallCrm(undeclared);
        work.Build("Shop").Succeeded().Reports();

        using var strict = SmallCrm(undeclared, "<EthicsCrmStrict>true</EthicsCrmStrict>");
        strict.Build("Shop").Succeeded().Reports("warning ECRM2005");
        strict.Build("Shop", "--no-incremental", ("CI", "true")).Failed().Reports("error ECRM2005");
    }

    [Fact]
    public void WhatIsLoggedOrDisclosed_IsAWarningAtADesk_AndAnErrorOnABuildServer()
    {
        using var work = SmallCrm("""
            using System; using Ethics.Crm; using Shop;
            public class Desk { public void Answer(Contact c) { Console.WriteLine(c.Email); throw new InvalidOperationException(c.Email); } }
            """, "<NoWarn></NoWarn>");
        work.Build("Shop").Succeeded().Reports("warning ECRM3002", "warning ECRM3003");
        work.Build("Shop", "--no-incremental", ("CI", "true")).Failed().Reports("error ECRM3002", "error ECRM3003");
    }

    private Workspace SmallCrm(string use, string properties = "") =>
        feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", properties: properties)
            .File("Shop/Contact.cs", Sources.Model)
            .File("Shop/Newsletter.cs", use);
}
