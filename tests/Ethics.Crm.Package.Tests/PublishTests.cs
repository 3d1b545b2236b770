using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What a published program carries, and that it still runs under its policy.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class PublishTests(PackedFeed feed)
{
    [Fact]
    public void WebProject_PublishesThePolicyOnce_ThoughItIsContentToo()
    {
        using var work = feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", sdk: "Microsoft.NET.Sdk.Web").File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", "System.Console.WriteLine();");

        work.Publish("Shop").Succeeded().Reports();

        Assert.Equal(Sources.Policy, work.Read("published/ethics.policy.json"));
        Assert.True(work.Has("Shop/bin/Release/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void PolicyThatTheProjectCopiesByHand_IsPublishedOnce()
    {
        using var work = Console("""<None Update="ethics.policy.json" CopyToOutputDirectory="PreserveNewest" />""");

        work.Publish("Shop").Succeeded().Reports();

        Assert.Equal(Sources.Policy, work.Read("published/ethics.policy.json"));
    }

    [Fact]
    public void ProgramWithoutPolicy_PublishesTheOneOfTheProgramItReferences()
    {
        using var work = Console().Project("Admin", executable: true, package: null, items: """<ProjectReference Include="../Shop/Shop.csproj" />""").File("Admin/Program.cs", "System.Console.WriteLine();");

        work.Publish("Admin").Succeeded().Reports();

        Assert.Equal(Sources.Policy, work.Read("published/ethics.policy.json"));
    }

    [Fact]
    public void ProgramWithAPolicyOfItsOwn_PublishesThat()
    {
        var own = Sources.Policy.Replace("Answer your questions", "Administer");
        using var work = Console("""<Content Include="ethics.policy.json" CopyToOutputDirectory="Always" />""")
            .Project("Admin", executable: true, package: null, items: """<ProjectReference Include="../Shop/Shop.csproj" />""").File("Admin/Program.cs", "System.Console.WriteLine();").File("Admin/ethics.policy.json", own);

        work.Publish("Admin").Succeeded().Reports();

        Assert.Equal(own, work.Read("published/ethics.policy.json"));
        Assert.Equal(own, work.Read("Admin/bin/Release/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void SingleFile_KeepsThePolicyBesideTheProgram_UnderItsOwnName()
    {
        using var work = feed.NewWorkspace()
            .File("Shop/company.json", Sources.Policy)
            .Project("Shop", executable: true, items: Sources.DependencyInjection, properties: "<EthicsPolicyFile>company.json</EthicsPolicyFile><SelfContained>false</SelfContained><PublishSingleFile>true</PublishSingleFile>")
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);

        work.Publish("Shop", "--use-current-runtime").Succeeded().Reports();

        Assert.False(work.Has("published/Ethics.Crm.dll"));
        Assert.Contains("read: secret", Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded().Output);
    }

    [Fact]
    public void Trimmed_GivesNoWarning_AndRuns()
    {
        using var work = Console(properties: "<PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn><TrimMode>full</TrimMode>");

        work.Publish("Shop", "--use-current-runtime").Succeeded().Reports();

        Assert.Contains("read: secret", Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded().Output);
    }

    /// <summary>An interface that nothing in the program names but the class that has it.</summary>
    [Fact]
    public void Trimmed_AsksFurtherNamesOfDerivedClasses() => AsksFurtherNamesOfDerivedClasses("<PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn><TrimMode>full</TrimMode>");

    [NativeFact]
    public void AheadOfTime_AsksFurtherNamesOfDerivedClasses() => AsksFurtherNamesOfDerivedClasses("<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>");

    private void AsksFurtherNamesOfDerivedClasses(string properties)
    {
        using var work = Console(properties: properties)
            .File("Shop/Contact.cs",
                """
                using Ethics.Crm;
                namespace Shop;
                [DataSubject("contact")] public partial class Person { [DataSubjectId] public int Id { get; set; } [DataCategory("contact.email"), CollectedFor("support")] public partial string Email { get; set; } = ""; }
                [DataSubject("member")] public interface IMember;
                public sealed class Member : Person, IMember;
                public sealed class Couple : Person { [DataSubjectId(typeof(Person))] public int Partner { get; set; } }
                """)
            .File("Shop/Program.cs",
                """
                using System;
                using Ethics.Crm;
                using Microsoft.Extensions.DependencyInjection;
                using Shop;
                var services = new ServiceCollection();
                services.AddEthicsCrm();
                using var provider = services.BuildServiceProvider();
                provider.UseEthicsCrm();
                var ledger = provider.GetRequiredService<IConsentLedger>();
                await ledger.RestrictAsync(new SubjectKey(null, "member", "7"), "disputed");
                await ledger.RestrictAsync(new SubjectKey(null, "contact", "8"), "disputed");
                Tell("person", new Person { Id = 7, Email = "secret" });
                Tell("member", new Member { Id = 7, Email = "secret" });
                Tell("couple", new Couple { Id = 7, Partner = 8, Email = "secret" });
                static void Tell(string what, Person person)
                {
                    using (PurposeScope.Enter("support"))
                    {
                        try { Console.WriteLine($"{what}: {person.Email}"); }
                        catch (PurposeViolationException e) { Console.WriteLine($"{what}: {e.Refusal}"); }
                    }
                }
                """);

        work.Publish("Shop", "--use-current-runtime").Succeeded();

        var lines = Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["person: secret", "member: Restriction", "couple: Restriction"], lines);
    }

    [NativeFact]
    public void AheadOfTime_GivesNoWarning_AndBindsStoresAndWritesAsBefore()
    {
        using var work = feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", executable: true, items: Sources.DependencyInjection, properties: "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>")
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", NativeProgram);

        work.Publish("Shop", "--use-current-runtime").Succeeded().Reports();

        Assert.False(work.Has("published/Ethics.Crm.dll"));
        var lines = Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["bound: secret", "no scope: NoScope", "other purpose: NotPermitted", "json: {\"Id\":7,\"Email\":\"secret\"} {\"Id\":7}", "stored: secret NoScope", "bound value: secret NotPermitted"], lines);
    }

    /// <summary>The sample as it stands, from the packages, as its project says how an application has it.</summary>
    [NativeFact]
    public void QuickStart_AheadOfTime_GivesNoWarning_AndSaysWhatItSaysOtherwise()
    {
        var sample = Path.Combine(PackedFeed.RepositoryRoot, "samples/QuickStart");
        using var work = feed.NewWorkspace();
        foreach (var file in Directory.EnumerateFiles(sample).Where(static one => Path.GetExtension(one) is ".cs" or ".json" or ".editorconfig"))
            work.File($"QuickStart/{Path.GetFileName(file)}", File.ReadAllText(file));
        var project = File.ReadAllText(Path.Combine(sample, "QuickStart.csproj"));
        var installed = project
            .Replace("""<Import Project="../UseEthicsCrm.targets" />""", $"""<ItemGroup><PackageReference Include="Ethics.Crm" Version="{PackedFeed.Version}" /></ItemGroup>""")
            .Replace("""<PackageReference Include="Microsoft.Extensions.DependencyInjection" />""", Sources.DependencyInjection)
            .Replace("<RootNamespace>", $"<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>{feed.RestoreProperties}<RootNamespace>");
        Assert.DoesNotContain("UseEthicsCrm", installed, StringComparison.Ordinal);
        work.File("QuickStart/QuickStart.csproj", installed);

        work.Publish("QuickStart", "--use-current-runtime").Succeeded().Reports();

        Assert.False(work.Has("published/QuickStart.dll"));
        var lines = Tool.Run(work.PathOf("published/QuickStart"), work.Folder).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Collection(
            lines,
            static line => Assert.Matches("^no purpose +REFUSED", line),
            static line => Assert.Matches("^support +call Ada at 555-0100", line),
            static line => Assert.Matches("^newsletter, never asked +REFUSED", line),
            static line => Assert.Matches("^newsletter, consent given +mail to ada@fabrikam.example", line),
            static line => Assert.Matches("^newsletter, withdrawn +REFUSED", line));
    }

    private const string NativeProgram =
        """
        using System;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Ethics.Crm;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;

        var services = new ServiceCollection();
        services.AddSingleton<IDesk, Desk>();
        services.AddEthicsCrm().AddPurposeBinding();
        using var provider = services.BuildServiceProvider();
        provider.UseEthicsCrm();

        var contact = new Contact { Id = 7, Email = "secret" };
        Console.WriteLine("bound: " + await provider.GetRequiredService<IDesk>().AnswerAsync(contact));
        Console.WriteLine("no scope: " + Try(() => contact.Email));
        Console.WriteLine("other purpose: " + In("marketing", () => contact.Email));

        var asking = new JsonSerializerOptions { TypeInfoResolver = ShopJson.Default }.UsePurposes();
        string Write() => JsonSerializer.Serialize(contact, asking.GetTypeInfo(typeof(Contact)));
        Console.WriteLine("json: " + In("support", Write) + " " + In("marketing", Write));

        var storage = new StorageSerializer(new JsonSerializerOptions { TypeInfoResolver = ShopJson.Default });
        var back = storage.Deserialize<Contact>(storage.Serialize(contact))!;
        Console.WriteLine("stored: " + In("support", () => back.Email) + " " + Try(() => back.Email));

        var bound = Bound.From(contact, c => c.Email);
        Console.WriteLine("bound value: " + In("support", () => bound.OpenAsync().GetAwaiter().GetResult()) + " " + In("marketing", () => bound.OpenAsync().GetAwaiter().GetResult()));

        static string In(string purpose, Func<string> read)
        {
            using (PurposeScope.Enter(purpose))
                return Try(read);
        }

        static string Try(Func<string> read)
        {
            try { return read(); }
            catch (PurposeViolationException e) { return e.Refusal.ToString(); }
        }

        public interface IDesk { Task<string> AnswerAsync(Contact contact); }

        [ForPurpose("support")]
        public sealed class Desk : IDesk
        {
            public async Task<string> AnswerAsync(Contact contact)
            {
                await Task.Yield();
                return contact.Email;
            }
        }

        [JsonSerializable(typeof(Contact))]
        public sealed partial class ShopJson : JsonSerializerContext;
        """;

    private Workspace Console(string items = "", string properties = "") =>
        feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", executable: true, items: Sources.DependencyInjection + items, properties: properties)
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);
}
