using System.Diagnostics;
using System.Globalization;
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>What many purposes cost: each number in a process of its own, because bits are given out once for each.</summary>
public static class ManyPurposes
{
    public sealed record Cost(int Purposes, double Read, double Decide, double GrantAndBind);

    public static Cost InAProcessOfItsOwn(int purposes)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["purposes", purposes.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Trim().Split(' ').Select(static w => double.Parse(w, CultureInfo.InvariantCulture)).ToArray();
        process.WaitForExit();
        return new Cost(purposes, words[0], words[1], words[2]);
    }

    /// <summary>Nanoseconds of a read and of a decision for the last purpose by name, and of a grant with the first read after it; on one line.</summary>
    public static string Measure(int purposes)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("ethics-crm-purposes-").FullName, "ethics.policy.json");
        var others = Enumerable.Range(0, purposes - 2).Select(static i => $"\"a{i:D5}\": {{ \"basis\": \"contract\" }}");
        File.WriteAllText(file, $$"""
            { "version": 1, "categories": { "contact.name": {}, "contact.email": {}, "contact.phone": {} },
              "purposes": { {{string.Join(", ", others)}}, "newsletter": { "basis": "consent" }, "support": { "basis": "contract" } } }
            """);
        using var provider = new ServiceCollection().AddLogging().AddEthicsCrm(o => o.PolicyFile = file).Services.BuildServiceProvider();
        provider.UseEthicsCrm();
        var ledger = provider.GetRequiredService<IConsentLedger>();
        var decisions = provider.GetRequiredService<IPurposeDecisions>();
        var contact = new GuardedContact { Id = 1, Email = "x" };
        var person = SubjectKey.Of(contact);
        ledger.GrantAsync(person, Purposes.Newsletter).GetAwaiter().GetResult();
        var id = 2;
        using (PurposeScope.Enter(Purposes.Newsletter))
        {
            var read = Least(() => { for (var i = 0; i < 200; i++) _ = contact.Email; }, 200);
            var decide = Least(() => { for (var i = 0; i < 200; i++) decisions.Decide(person, "GuardedContact.Email", Purposes.Newsletter); }, 200);
            var bind = Least(() =>
            {
                var fresh = new GuardedContact { Id = id++, Email = "x" };
                ledger.GrantAsync(SubjectKey.Of(fresh), Purposes.Newsletter).GetAwaiter().GetResult();
                _ = fresh.Email;
            }, 1);
            return string.Create(CultureInfo.InvariantCulture, $"{read:F1} {decide:F1} {bind:F0}");
        }
    }

    private static double Least(Action run, int times)
    {
        var least = double.MaxValue;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(2);)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / times);
        }

        return least;
    }
}
