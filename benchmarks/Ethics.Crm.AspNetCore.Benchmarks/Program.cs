using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Ethics.Crm.AspNetCore.Benchmarks;
using Microsoft.EntityFrameworkCore;

// Both sides take turns, so that they share whatever else the machine does, and the least disturbed turn of each counts.
const int Turns = 150;
const int WarmUp = 3000;
const int RequestsOfATurn = 200;

var folder = Directory.CreateTempSubdirectory("ethics-crm-web-").FullName;
var database = Path.Combine(folder, "contacts.db");
using (var db = new ContactDb(new DbContextOptionsBuilder<ContactDb>().UseSqlite($"Data Source={database}").Options))
{
    db.Database.EnsureCreated();
    for (var i = 1; i <= 100; i++)
    {
        db.Add(new PlainContact { Id = i, Email = $"person{i}@fabrikam.example", Name = "Anna" });
        db.Add(new GuardedContact { Id = i, Email = $"person{i}@fabrikam.example", Name = "Anna" });
    }

    db.SaveChanges();
}

await using var before = await App.StartAsync(isBound: false, hasServer: true, database);
await using var bound = await App.StartAsync(isBound: true, hasServer: true, database);
await using var beforePipeline = await App.StartAsync(isBound: false, hasServer: false, database);
await using var boundPipeline = await App.StartAsync(isBound: true, hasServer: false, database);
using var toBefore = new Connection(before.Address);
using var toBound = new Connection(bound.Address);

var variants = new (string Name, Func<Task> Run)[]
{
    Over("trivial, before", toBefore, "/trivial"),
    Over("trivial, with purpose", toBound, "/trivial"),
    Over("trivial, without purpose, beside one that has it", toBound, "/none"),
    Over("SQLite, before", toBefore, "/plain/7"),
    Over("SQLite, with purpose", toBound, "/plain/7"),
    Over("SQLite, with purpose and a guarded model", toBound, "/guarded/7"),
    In("pipeline alone, trivial, before", beforePipeline, "/trivial"),
    In("pipeline alone, trivial, with purpose", boundPipeline, "/trivial"),
    In("pipeline alone, SQLite, before", beforePipeline, "/plain/7"),
    In("pipeline alone, SQLite, with purpose", boundPipeline, "/plain/7"),
};
var microseconds = variants.ToDictionary(v => v.Name, _ => new List<double>());
foreach (var (_, run) in variants)
    await TimeAsync(run, WarmUp);
// What the first tier has counted is compiled again in the background.
Thread.Sleep(1000);
for (var turn = 0; turn < Turns; turn++)
{
    for (var i = 0; i < variants.Length; i++)
    {
        // Nobody always comes behind the same neighbour.
        var (name, run) = variants[(i + turn) % variants.Length];
        microseconds[name].Add(await TimeAsync(run, RequestsOfATurn));
    }
}

var report = Report();
Console.WriteLine(report);
if (args.Contains("--write-results"))
{
    var file = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "ResultsFile").Value!;
    File.WriteAllText(file, report);
    Console.WriteLine($"Written to {Path.GetFullPath(file)}");
}

Directory.Delete(folder, recursive: true);

static (string, Func<Task>) Over(string name, Connection connection, string path)
{
    var request = Connection.Request(path);
    return (name, () =>
    {
        connection.Get(request);
        return Task.CompletedTask;
    });
}

static (string, Func<Task>) In(string name, App app, string path) => (name, () => app.Pipeline!.GetAsync(path));

static async Task<double> TimeAsync(Func<Task> run, int times)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < times; i++)
        await run();
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
}

string Report()
{
    var text = new StringBuilder();
    text.AppendLine("# Cost of a purpose in ASP.NET Core").AppendLine();
    text.AppendLine("Written by the program, not by hand:").AppendLine();
    text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.AspNetCore.Benchmarks -- --write-results").AppendLine("```").AppendLine();
    text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. The same application with and without Ethics.Crm, each on Kestrel, asked over one loopback connection, and without sockets (\"pipeline alone\"). All ratios are of one run, of the minima of {Turns} turns of {RequestsOfATurn} requests, taken by turns; the microseconds only say what size of thing is compared.").AppendLine();
    text.AppendLine("| ratio | target | measured | |").AppendLine("| --- | --- | --- | --- |");
    AtMost("trivial endpoint with purpose / without Ethics.Crm", "trivial, with purpose", "trivial, before", 1.10);
    AtMost("endpoint that queries SQLite with purpose / without Ethics.Crm", "SQLite, with purpose", "SQLite, before", 1.02);
    Told("the same with a guarded model, whose members the serialiser reads", "SQLite, with purpose and a guarded model", "SQLite, before");
    Told("trivial endpoint without purpose in an application that has others / without Ethics.Crm", "trivial, without purpose, beside one that has it", "trivial, before");
    Told("pipeline alone, trivial endpoint with purpose / without Ethics.Crm", "pipeline alone, trivial, with purpose", "pipeline alone, trivial, before");
    Told("pipeline alone, SQLite with purpose / without Ethics.Crm", "pipeline alone, SQLite, with purpose", "pipeline alone, SQLite, before");
    text.AppendLine().AppendLine("| measured | µs, least | µs, median |").AppendLine("| --- | --- | --- |");
    foreach (var (name, _) in variants)
        text.AppendLine($"| {name} | {Number(microseconds[name].Min())} | {Number(microseconds[name].Order().ElementAt(Turns / 2))} |");
    return text.ToString().ReplaceLineEndings("\n");

    double Ratio(string one, string other) => microseconds[one].Min() / microseconds[other].Min();
    void Told(string what, string one, string other) => text.AppendLine($"| {what} | | {Number(Ratio(one, other))} | |");
    void AtMost(string what, string one, string other, double target) => text.AppendLine($"| {what} | ≤ {Number(target)} | {Number(Ratio(one, other))} | {(Ratio(one, other) <= target ? "met" : "**missed**")} |");
}

static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
