using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Beside the Community Toolkit as NuGet has it: no property is implemented twice, and what stays unguarded is told in words that help.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class OtherGeneratorTests(PackedFeed feed)
{
    private const string Toolkit = """<PackageReference Include="CommunityToolkit.Mvvm" Version="8.4.2" />""";

    private const string NotIntercepted = "is labelled, but its reads are not intercepted at run time: ";

    /// <summary>Its generator implements it and marks it as generated, so that the compiler lets nothing be told there: ECRM1106 stands at the type.</summary>
    [Fact]
    public void PartialPropertyOfTheToolkit_IsTold_AndTheOneBesideItIsGuarded()
    {
        using var work = Shop("""
            [ObservableProperty, DataCategory("contact.email"), CollectedFor("support")]
            public partial string? Email { get; set; }

            [DataCategory("contact.email"), CollectedFor("support")]
            public partial string? Mail { get; set; }
            """);

        var build = work.Build("Shop").Succeeded().Reports("warning ECRM1106", "warning ECRM2001");

        Assert.Contains($"Contact.cs(7,22): warning ECRM1106: 'Contact.Email' {NotIntercepted}another part implements it, and only the generator's implementation asks the gate; label a partial property that nothing else implements", build.Output);
        Assert.Equal(["e", "changed: Email", "NoScope"], Lines(work.Run("Shop").Succeeded()));
    }

    /// <summary>The older form, of a field: what everybody reads is a property that carries no label unless it gets one.</summary>
    [Theory]
    [InlineData("", "Contact.cs(12,74)", "'Contact._email'", "another generator makes 'Contact.Email' of it, which has no label; label that too, with [property: …] at the field")]
    [InlineData("[property: DataCategory(\"contact.email\"), CollectedFor(\"support\")]", "Contact.cs(7,22)", "'Contact.Email'", "another generator makes it, and only a guard of Ethics.Crm asks the gate; label a partial property that nothing else implements")]
    public void FieldOfTheToolkit_IsTold_AndIsJudgedOnceItsPropertyIsLabelled(string property, string place, string name, string words)
    {
        using var work = Shop($"""
            [ObservableProperty]
            {property}
            [DataCategory("contact.email"), CollectedFor("support")] private string? _email;
            [DataCategory("contact.email"), CollectedFor("support")] public partial string? Mail {"{ get; set; }"}
            """);

        var build = work.Build("Shop").Succeeded().Reports(property.Length == 0 ? ["warning ECRM1106"] : ["warning ECRM1106", "warning ECRM2001"]);

        Assert.Contains($"{place}: warning ECRM1106: {name} {NotIntercepted}{words}", build.Output);
    }

    private Workspace Shop(string members) => feed.NewWorkspace()
        .File("Shop/ethics.policy.json", Sources.Policy)
        .Project("Shop", executable: true, items: Toolkit)
        .File("Shop/Contact.cs",
            $$"""
            using CommunityToolkit.Mvvm.ComponentModel;
            using Ethics.Crm;

            namespace Shop
            {
            [DataSubject]
            public partial class Contact : ObservableObject
            {
            [DataSubjectId] public int Id { get; set; }
            {{members}}
            }
            }
            """)
        .File("Shop/Newsletter.cs", Sources.Misuse.Replace("public string Send", "public string? Send"))
        .File("Shop/Program.cs",
            """
            using System; using Ethics.Crm; using Shop;
            var contact = new Contact { Id = 7 };
            contact.PropertyChanged += (_, change) => Console.WriteLine("changed: " + change.PropertyName);
            Console.WriteLine("e");
            contact.Email = "e";
            contact.Mail = "m";
            try { _ = contact.Mail; } catch (PurposeViolationException refused) { Console.WriteLine(refused.Refusal); }
            """);

    private static string[] Lines(ToolResult run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
