using Ethics.Crm.Analyzers.Benchmarks.FlowCost;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowScale;

/// <summary>A project that is almost empty, built with and without our analyzers and generators.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Asked">The most that the ratio may be.</param>
internal sealed record SmallBuild(string Name, double Asked, Build Without, Build With)
{
    private const string Plain = """
        namespace Crm;

        public sealed class Contact
        {
            public int Id { get; set; }

            public string Email { get; set; } = "";
        }

        public sealed class Desk
        {
            public string Answer(Contact one) => "to " + one.Email;
        }

        """;

    private const string Labelled = """
        using Ethics.Crm;

        namespace Crm;

        [DataSubject]
        public sealed class Contact
        {
            [DataSubjectId]
            public int Id { get; set; }

            [DataCategory("contact.email"), CollectedFor("support")]
            public string Email { get; set; } = "";
        }

        [ForPurpose("support")]
        public sealed class Desk
        {
            public string Answer(Contact one) => "to " + one.Email;
        }

        [ForPurpose("marketing")]
        public sealed class Letters
        {
            public string Write(Contact one) => "to " + one.Email;
        }

        """;

    public double Ratio => With.Best / Without.Best;

    public static IReadOnlyList<SmallBuild> Measure(string root, int rounds)
    {
        var plain = new Sources(root, "small-plain", [("Contact.cs", Plain)], isLabelled: false);
        var labelled = new Sources(root, "small-labelled", [("Contact.cs", Labelled)], isLabelled: true);
        SmallBuild[] all =
        [
            new("almost empty, no purpose data", 1.1, new(root, "small-plain-sdk", plain, [], withPolicy: false), new(root, "small-plain-ours", plain, Places.CompilerSide.ToArray(), withPolicy: false)),
            new("almost empty, with purpose data", 1.35, new(root, "small-sdk", labelled, [], withPolicy: false), new(root, "small-ours", labelled, Places.CompilerSide.ToArray(), withPolicy: true)),
        ];
        if (Places.HasMachineCode)
            all = [.. all, new("the same without machine code in our assemblies, as other systems load them", 1.35, all[1].Without, new(root, "small-elsewhere", labelled, Places.PlainCompilerSide.ToArray(), withPolicy: true))];
        var builds = all.SelectMany(static one => new[] { one.Without, one.With }).Distinct().ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < builds.Length; i++)
                builds[(i + round) % builds.Length].Run();
        }

        if (all[1].With.Told("warning ECRM2001") != 1)
            throw new InvalidOperationException($"The misused read was not told:{Environment.NewLine}{all[1].With.Uses[^1].Output}");
        return all;
    }
}
