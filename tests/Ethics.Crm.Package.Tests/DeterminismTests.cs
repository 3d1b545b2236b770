using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What a build says follows from the program alone, however many processors compile it.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class DeterminismTests(PackedFeed feed)
{
    private const int Modules = 24;

    private static readonly int[] s_processors = [1, 2, 3, 4, 8, 1, 2, 3, 4, 8];

    private static readonly string[] s_rules = ["ECRM2001", "ECRM2002", "ECRM2003", "ECRM2005", "ECRM2007", "ECRM3001"];

    [Fact]
    public void TenCompilations_WithMoreAndFewerProcessors_AreTheSame()
    {
        using var work = Crm();
        var (compiler, log) = Compiler(work);

        var runs = s_processors.Select(processors => Compile(work, compiler, log, processors)).ToList();

        Assert.All(s_rules, rule => Assert.Contains(rule + " ", runs[0].Findings, StringComparison.Ordinal));
        foreach (var run in runs)
        {
            Assert.Equal(runs[0].Findings, run.Findings);
            Assert.Equal(runs[0].Assembly, run.Assembly);
        }
    }

    /// <summary>The comparison sees it when one label more is there.</summary>
    [Fact]
    public void ProgramThatSaysMore_IsAnother()
    {
        using var work = Crm();
        var (compiler, log) = Compiler(work);
        var before = Compile(work, compiler, log, 2);

        work.File("Crm/Module3.cs", Module(3).Replace("Tell", "TellNobody"));

        var after = Compile(work, compiler, log, 2);
        Assert.NotEqual(before.Findings, after.Findings);
        Assert.NotEqual(before.Assembly, after.Assembly);
    }

    private Workspace Crm()
    {
        var policy = Sources.Policy.TrimEnd().TrimEnd('}') + """, "recipients": { "partner": { "title": "Partner", "role": "processor", "for": ["marketing"], "categories": ["contact"], "country": "US" } } }""";
        var work = feed.NewWorkspace().Project("Crm").File("Crm/ethics.policy.json", policy).File("Crm/Contact.cs", Sources.Model);
        for (var number = 0; number < Modules; number++)
            work.File(string.Create(CultureInfo.InvariantCulture, $"Crm/Module{number}.cs"), Module(number));
        return work;
    }

    /// <summary>A direct read, a way through three methods, an undeclared helper, an event, a copy across a border, and a recipient.</summary>
    private static string Module(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using Ethics.Crm;

        namespace Shop.Module{{number}};

        public interface IStep { string Take(Contact contact); }

        public sealed class First : IStep { public string Take(Contact contact) => contact.Email; }

        public sealed class Second(IStep first) : IStep { public string Take(Contact contact) => first.Take(contact).Trim(); }

        [DataSubject]
        public partial class Subscriber
        {
            [DataSubjectId]
            public int Id { get; set; }

            [DataCategory("contact.email"), CollectedFor("marketing")]
            public partial string Email { get; set; }
        }

        [ForPurpose("support")]
        public sealed class Desk
        {
            public event Action<string>? Answered;

            public Dictionary<string, string> Known { get; } = new();

            public void Answer(Contact contact)
            {
                Known["email"] = contact.Email;
                Answered?.Invoke(contact.Email);
            }
        }

        [ForPurpose("marketing")]
        public sealed class Campaign(Desk desk, IStep step)
        {
            public string Last { get; private set; } = "";

            public string Direct(Contact contact) => contact.Email;

            public string Way(Contact contact) => new Second(new First()).Take(contact) + step.Take(contact);

            public void Listen() => desk.Answered += Tell;

            public string Found() => desk.Known["email"];

            private void Tell(string text) => Last = text;
        }

        public static class Mapper
        {
            public static Subscriber Of(Contact contact) => new() { Id = contact.Id, Email = contact.Email };
        }

        public sealed class Partner
        {
            [DisclosesTo("partner")]
            public void Send(string text) => Console.Error.Flush();

            [ForPurpose("support")]
            public void Hand(Contact contact) => Send(contact.Email);
        }
        """;

    private static (string Compiler, string Log) Compiler(Workspace work)
    {
        var folder = work.PathOf("Crm");
        var answer = Tool.Dotnet(folder, "msbuild -restore -nologo -t:Compile -p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true -p:EthicsCrmStrict=true -p:EthicsCrmSideCar=true -getItem:CscCommandLineArgs -getProperty:RoslynTargetsPath").Succeeded();
        using var answered = JsonDocument.Parse(answer.Output);
        var log = work.PathOf("log.sarif");
        var lines = answered.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!).Where(static line => line != "/noconfig").Append($"/errorlog:{log},version=2.1");
        File.WriteAllLines(work.PathOf("compile.rsp"), lines);
        return (Path.Combine(answered.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll"), log);
    }

    private static Compiled Compile(Workspace work, string compiler, string log, int processors)
    {
        Tool.Run("dotnet", work.PathOf("Crm"), $"exec \"{compiler}\" /noconfig @\"{work.PathOf("compile.rsp")}\"", new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture) }).Succeeded();
        // The compiler writes them as they come; which comes first is no part of what is said.
        var findings = SarifResult.Read(log).Select(static one => $"{one.Id} {one.Message} @ {one.Place}\n{string.Concat(one.Steps.Zip(one.Words, static (step, word) => $"    {word} @ {step}\n"))}");
        return new(string.Concat(findings.Order(StringComparer.Ordinal)), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(work.PathOf("Crm/obj/Debug/net10.0/Crm.dll")))));
    }

    /// <param name="Findings">All that is reported, with each step of each way.</param>
    /// <param name="Assembly">Of its bytes, the generated code and the side-car in them.</param>
    private sealed record Compiled(string Findings, string Assembly);
}
