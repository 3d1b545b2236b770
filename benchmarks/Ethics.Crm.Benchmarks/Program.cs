using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Ethics.Crm.Benchmarks;
using Ethics.Crm.Benchmarks.Binding;
using Ethics.Crm.Benchmarks.Decisions;
using Ethics.Crm.Benchmarks.Json;
using Ethics.Crm.Benchmarks.Withdrawals;
using Perfolizer.Horology;

if (args.Contains("json"))
{
    const int Rounds = 4000;
    using var cases = new JsonCases();
    Publish("json.md", JsonReport.ToMarkdown(new Interleaved(cases.All, TimeSpan.FromSeconds(10), Rounds), Rounds));
    return;
}

if (args.Contains("withdrawals"))
{
    var reads = Array.IndexOf(args, "--reads") is >= 0 and var place ? long.Parse(args[place + 1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000_000;
    var race = WithdrawalRace.Run(reads);
    Publish("withdrawals.md", WithdrawalReport.ToMarkdown(race, reads));
    Environment.ExitCode = race.Wrong == 0 && race.Judged > 0 ? 0 : 1;
    return;
}

if (args.Contains("binding"))
{
    using var cases = new BindingCases();
    // First, because it is the work of other processes: nothing of this one is to run beside them.
    var first = FirstStarts.InProcessesOfTheirOwn();
    Publish("binding.md", BindingReport.ToMarkdown(new Interleaved(cases.OfCalls, TimeSpan.FromSeconds(10), 4000), first, LaterStarts.Measure(cases.OfStarts)));
    return;
}

if (args is ["start", var how])
{
    Console.WriteLine(FirstStarts.Measure(bind: how == FirstStarts.WithBinding));
    return;
}

if (args is ["purposes", var count])
{
    Console.WriteLine(ManyPurposes.Measure(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
    return;
}

if (args is ["people", var inMemory])
{
    Console.WriteLine(BytesOfPeople.Measure(int.Parse(inMemory, System.Globalization.CultureInfo.InvariantCulture)).ToLine());
    return;
}

if (args is ["lists"])
{
    Console.WriteLine(ListRun.Measure().ToLine());
    return;
}

if (args.Contains("decisions"))
{
    var people = Array.IndexOf(args, "--people") is >= 0 and var at ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
    var bytes = BytesOfPeople.InAProcessOfItsOwn(people);
    using var answers = new DecisionCases();
    var answered = new Interleaved(answers.All, TimeSpan.FromSeconds(5), 2000);
    Publish(people == 1_000_000 ? "decisions.md" : $"decisions-{people / 1_000_000}-million.md", DecisionReport.ToMarkdown(answered, ListRuns.InProcessesOfTheirOwn(), bytes, [.. new[] { 50, 64, 65, 500, 5000 }.Select(ManyPurposes.InAProcessOfItsOwn)]));
    return;
}

// In this process, because both sides of a ratio then share everything else; many short iterations, because the least disturbed one counts.
var job = Job.Default
    .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(2), logOutput: false))
    .WithWarmupCount(10)
    .WithIterationCount(60)
    .WithIterationTime(TimeInterval.FromMilliseconds(20));
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .WithOptions(ConfigOptions.DisableLogFile);

// A disturbance lasts longer than one benchmark does: passes far apart do not share it.
const int Passes = 3;
var report = new GateReport(Enumerable.Range(0, Passes).SelectMany(_ => new[]
{
    BenchmarkRunner.Run<EmptyContextScopeBenchmarks>(config),
    BenchmarkRunner.Run<ScopeBenchmarks>(config),
    BenchmarkRunner.Run<ReadBenchmarks>(config),
    BenchmarkRunner.Run<SlowPathBenchmarks>(config),
}).ToArray()).ToMarkdown(Passes);
Publish("gate.md", report);

void Publish(string name, string text)
{
    Console.WriteLine(text);
    if (!args.Contains("--write-results"))
        return;
    var file = Path.Combine(typeof(GateReport).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "ResultsFolder").Value!, name);
    File.WriteAllText(file, text);
    Console.WriteLine($"Written to {Path.GetFullPath(file)}");
}
