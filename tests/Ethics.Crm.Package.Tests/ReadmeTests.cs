using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What README's first screen shows, typed into an empty project by somebody who reads nothing else.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class ReadmeTests(PackedFeed feed)
{
    [Fact]
    public void FirstScreen_InAnEmptyConsoleProject_GivesTheWarningThatItShows()
    {
        using var work = feed.NewWorkspace();
        Tool.Dotnet(work.Folder, "new console -n QuickStart --no-restore").Succeeded();
        work.Project("QuickStart", executable: true, package: null, properties: "<ImplicitUsings>enable</ImplicitUsings>");
        Tool.Dotnet(work.PathOf("QuickStart"), $"add package Ethics.Crm --version {PackedFeed.Version}").Succeeded();

        work.File("QuickStart/ethics.policy.json", Readme.Block("jsonc")).File("QuickStart/NewsletterJob.cs", Readme.Block("csharp"));
        var build = work.Build("QuickStart").Succeeded().Reports("warning ECRM2001");

        var shown = Readme.Text.Split('\n').Single(l => l.StartsWith("NewsletterJob.cs(", StringComparison.Ordinal));
        Assert.Contains(shown[shown.IndexOf("warning", StringComparison.Ordinal)..], build.Output);
    }
}
