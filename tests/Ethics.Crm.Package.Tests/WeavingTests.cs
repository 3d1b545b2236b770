using System.Security.Cryptography;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Models that cannot become partial, with <c>EthicsCrmWeave</c>: as guarded ones at run time, and untouched without it.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class WeavingTests(PackedFeed feed)
{
    private const string Weave = "<EthicsCrmWeave>true</EthicsCrmWeave>";
    private const string Assembly = "Model/obj/Debug/netstandard2.0/Model.dll";
    private const string WeaverWasSkipped = "Skipping target \"EthicsCrmWeaveAssembly\" because all output files are up-to-date";

    private static readonly string Policy = Sources.Policy.TrimEnd().TrimEnd('}') + """, "fields": { "Legacy.Person.Mail": { "category": "contact.email", "collectedFor": ["support"] } } }""";

    private const string Model =
        """
        using Ethics.Crm;

        namespace Shop
        {
            [DataSubject]
            public class Contact
            {
                [DataSubjectId]
                public int Id { get; set; }

                [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support, Purposes.Marketing)]
                public virtual string Email { get; set; }
            }

            public class Customer : Contact
            {
                public override string Email { get { return base.Email + "!"; } set { base.Email = value; } }
            }
        }
        """;

    /// <summary>Consent of one of two people, and reads by each of the doors.</summary>
    private const string Program =
        """
        using System;
        using Ethics.Crm;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;

        var services = new ServiceCollection();
        services.AddEthicsCrm();
        using var provider = services.BuildServiceProvider();
        provider.UseEthicsCrm();
        Contact seven = new Contact { Id = 7, Email = "seven" }, eight = new Contact { Id = 8, Email = "eight" };
        await provider.GetRequiredService<IConsentLedger>().GrantAsync(SubjectKey.Of(seven), "marketing");
        Console.WriteLine("none: " + Read(seven));
        using (PurposeScope.Enter("support"))
            Console.WriteLine("support: " + Read(seven) + " " + Read(eight) + " " + Read(new Customer { Id = 8, Email = "ate" }));
        using (PurposeScope.Enter("marketing"))
            Console.WriteLine("marketing: " + Read(seven) + " " + Read(eight) + " " + Read(new Customer { Id = 8, Email = "ate" }));
        await provider.GetRequiredService<IConsentLedger>().WithdrawAsync(SubjectKey.Of(seven), "marketing");
        using (PurposeScope.Enter("marketing"))
            Console.WriteLine("withdrawn: " + Read(seven));

        static string Read(Contact contact)
        {
            try { return contact.Email; }
            catch (PurposeViolationException e) { return e.StackTrace!.Contains("Contact.cs:line 12") ? "refused at its line" : "refused"; }
        }
        """;

    [Fact]
    public void OldModel_BehavesAsAGuardedOne()
    {
        using var work = OldModel(Weave).Project("App", executable: true, items: Sources.DependencyInjection + """<ProjectReference Include="../Model/Model.csproj" />""", properties: "<NoWarn>$(NoWarn);ECRM1107;ECRM2001;ECRM2003;ECRM4001</NoWarn>")
            .File("App/Program.cs", Program);

        work.Build("App").Succeeded().Reports();
        var told = work.Run("App").Succeeded().Output;

        Assert.Contains("none: refused", told);
        Assert.Contains("support: seven eight ate!", told);
        Assert.Contains("marketing: seven refused", told);
        Assert.Contains("withdrawn: refused", told);
    }

    [Fact]
    public void Weaving_IsOffByDefault_AndLeavesTheAssemblyAsTheCompilerWroteIt()
    {
        using var work = OldModel("");
        work.Build("Model").Succeeded().Reports("warning ECRM1106");
        var plain = Bytes(work, Assembly);

        work.Build("Model", "-p:EthicsCrmWeave=true").Succeeded().Reports();
        Assert.NotEqual(plain, Bytes(work, Assembly));
        Assert.Equal(Bytes(work, Assembly), Bytes(work, "Model/bin/Debug/netstandard2.0/Model.dll"));

        work.Build("Model").Succeeded().Reports("warning ECRM1106");
        Assert.Equal(plain, Bytes(work, Assembly));
    }

    [Fact]
    public void SecondBuild_WeavesNothing_AndOneAfterAChangeOfThePolicyDoes()
    {
        using var work = OldModel(Weave);
        Assert.DoesNotContain(WeaverWasSkipped, work.Build("Model", "-v:detailed").Succeeded().Output);
        var first = Bytes(work, Assembly);
        var written = File.GetLastWriteTimeUtc(work.PathOf(Assembly));

        Assert.Contains(WeaverWasSkipped, work.Build("Model", "-v:detailed").Succeeded().Output);
        Assert.Equal(written, File.GetLastWriteTimeUtc(work.PathOf(Assembly)));

        work.File("ethics.policy.json", Policy.Replace("\"title\": \"E-mail address\"", "\"title\": \"E-mail address\", \"only\": [\"support\"]"));
        work.Build("Model").Succeeded();
        Assert.NotEqual(first, Bytes(work, Assembly));
    }

    [Fact]
    public void ModelOfAProjectThatKnowsNothingOfPurposes_IsWovenBesideTheProgram_AndStaysAsItIs()
    {
        using var work = feed.NewWorkspace().File("ethics.policy.json", Policy)
            .Project("Legacy", "netstandard2.0", package: null, properties: "<Nullable>disable</Nullable>").File("Legacy/Person.cs", "namespace Legacy { public class Person { public string Mail { get; set; } } }")
            .Project("App", executable: true, properties: Weave, items: """<ProjectReference Include="../Legacy/Legacy.csproj" />""")
            .File("App/Program.cs",
                """
                using System;
                using Ethics.Crm;
                var person = new Legacy.Person { Mail = "old" };
                try { Console.WriteLine("none: " + person.Mail); } catch (PurposeViolationException) { Console.WriteLine("none: refused"); }
                using (PurposeScope.Enter("support")) Console.WriteLine("support: " + person.Mail);
                """);

        work.Build("App").Succeeded();
        var told = work.Run("App").Succeeded().Output;

        Assert.Contains("none: refused", told);
        Assert.Contains("support: old", told);
        Assert.NotEqual(Bytes(work, "Legacy/bin/Debug/netstandard2.0/Legacy.dll"), Bytes(work, "App/bin/Debug/net10.0/Legacy.dll"));
        work.Build("App", "-p:EthicsCrmWeave=false").Succeeded();
        Assert.Contains("none: old", work.Run("App").Succeeded().Output);
    }

    [Fact]
    public void StrongName_IsMadeAnew_WithTheProjectsKey_AndOneThatCannotBeIsTold()
    {
        using var work = OldModel(Weave + "<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile>");
        using (var key = new RSACryptoServiceProvider(1024))
        {
            var pair = key.ExportCspBlob(includePrivateParameters: true);
            // The tools write a key for signatures; .NET exports one for exchange.
            pair[5] = 0x24;
            File.WriteAllBytes(work.PathOf("Model/key.snk"), pair);
        }

        // Ours has no strong name, of which the compiler tells a project that has one.
        work.Build("Model").Succeeded().Reports("warning CS8002");
        Assert.NotEmpty(System.Reflection.AssemblyName.GetAssemblyName(work.PathOf(Assembly)).GetPublicKeyToken()!);

        // A program that has no key of the signed project's cannot weave a copy of it.
        work.Project("Legacy", "netstandard2.0", package: null, properties: "<Nullable>disable</Nullable><SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>../Model/key.snk</AssemblyOriginatorKeyFile>").File("Legacy/Person.cs", "namespace Legacy { public class Person { public string Mail { get; set; } } }")
            .Project("App", executable: true, properties: Weave, items: """<ProjectReference Include="../Legacy/Legacy.csproj" />""").File("App/Program.cs", "System.Console.WriteLine(typeof(Legacy.Person));");
        Assert.Contains("Legacy has a strong name, and this project has no key file to sign it again after weaving", work.Build("App").Failed().Output);
    }

    [Fact]
    public void NewerModel_WithRecords_IsWovenAndPrintedWithoutBeingRead()
    {
        using var work = feed.NewWorkspace().File("ethics.policy.json", Policy).Project("App", "net10.0", executable: true, properties: "<LangVersion>12</LangVersion><ImplicitUsings>enable</ImplicitUsings>" + Weave)
            .File("App/Program.cs",
                """
                using Ethics.Crm;
                var contact = new Shop.Contact(7, "secret");
                Console.WriteLine(contact);
                try { Console.WriteLine("none: " + contact.Email); } catch (PurposeViolationException) { Console.WriteLine("none: refused"); }
                using (PurposeScope.Enter("support")) Console.WriteLine("support: " + contact.Email);
                namespace Shop
                {
                    [DataSubject]
                    public sealed record Contact([property: DataSubjectId] int Id, [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support)] string Email);
                }
                """);
        work.File("App/Program.cs", work.Read("App/Program.cs").Replace("DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support)", "DataCategory(\"contact.email\"), CollectedFor(\"support\")"));

        work.Build("App").Succeeded();
        var told = work.Run("App").Succeeded().Output;

        Assert.Contains("Contact { Id = 7, Email = (guarded) }", told);
        Assert.Contains("none: refused", told);
        Assert.Contains("support: secret", told);
    }

    /// <summary>An assembly for .NET Framework is woven as any; what runs it is not here, so the woven code is looked at.</summary>
    [Fact]
    public void ModelForNetFramework_IsWoven()
    {
        using var work = OldModel(Weave, "net472");

        work.Build("Model").Succeeded().Reports();
        var woven = Bytes(work, "Model/bin/Debug/net472/Model.dll");
        work.Build("Model", "-p:EthicsCrmWeave=false").Succeeded().Reports("warning ECRM1106");

        Assert.True(Calls(woven));
        Assert.False(Calls(Bytes(work, "Model/bin/Debug/net472/Model.dll")));

        // The name of the gate's method stands in what refers to it.
        static bool Calls(byte[] image) => System.Text.Encoding.Latin1.GetString(image).Contains("ReadGate", StringComparison.Ordinal);
    }

    private static byte[] Bytes(Workspace work, string path) => File.ReadAllBytes(work.PathOf(path));

    private Workspace OldModel(string properties, string framework = "netstandard2.0") =>
        feed.NewWorkspace().File("ethics.policy.json", Policy).Project("Model", framework, properties: "<RootNamespace>Shop</RootNamespace><Nullable>disable</Nullable>" + properties, items: framework == "net472" ? """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""" : "").File("Model/Contact.cs", Model);
}
