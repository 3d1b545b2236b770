using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Ethics.Crm.AspNetCore.Benchmarks;

/// <summary>Requests to the same application before and with a purpose, measured in one process: both sides take turns, so that they share whatever else the machine does.</summary>
internal static class Requests
{
    public const int Turns = 150;
    public const int OfATurn = 200;
    private const int WarmUp = 3000;

    public static async Task<WebRun> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ethics-crm-web-").FullName;
        var database = Path.Combine(folder, "contacts.db");
        Fill(database);
        WebRun run;
        await using (var before = await App.StartAsync(isBound: false, hasServer: true, database))
        await using (var bound = await App.StartAsync(isBound: true, hasServer: true, database))
        await using (var beforePipeline = await App.StartAsync(isBound: false, hasServer: false, database))
        await using (var boundPipeline = await App.StartAsync(isBound: true, hasServer: false, database))
        {
            using var toBefore = new Connection(before.Address);
            using var toBound = new Connection(bound.Address);
            run = await MeasureAsync(
            [
                Over(WebRun.Trivial, toBefore, "/trivial"),
                Over(WebRun.TrivialForPurpose, toBound, "/trivial"),
                Over(WebRun.TrivialBesidePurpose, toBound, "/none"),
                Over(WebRun.Sqlite, toBefore, "/plain/7"),
                Over(WebRun.SqliteForPurpose, toBound, "/plain/7"),
                Over(WebRun.SqliteGuarded, toBound, "/guarded/7"),
                In(WebRun.PipelineTrivial, beforePipeline, "/trivial"),
                In(WebRun.PipelineTrivialForPurpose, boundPipeline, "/trivial"),
                In(WebRun.PipelineSqlite, beforePipeline, "/plain/7"),
                In(WebRun.PipelineSqliteForPurpose, boundPipeline, "/plain/7"),
            ]);
        }

        Directory.Delete(folder, recursive: true);
        return run;
    }

    private static async Task<WebRun> MeasureAsync((string Name, Func<Task> Run)[] variants)
    {
        var microseconds = variants.ToDictionary(static v => v.Name, static _ => new List<double>());
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
                microseconds[name].Add(await TimeAsync(run, OfATurn));
            }
        }

        return new(microseconds.ToDictionary(static all => all.Key, static all => new WebRun.Measured(all.Value.Min(), all.Value.Order().ElementAt(Turns / 2))));
    }

    private static void Fill(string database)
    {
        using var db = new ContactDb(new DbContextOptionsBuilder<ContactDb>().UseSqlite($"Data Source={database}").Options);
        db.Database.EnsureCreated();
        for (var i = 1; i <= 100; i++)
        {
            db.Add(new PlainContact { Id = i, Email = $"person{i}@fabrikam.example", Name = "Anna" });
            db.Add(new GuardedContact { Id = i, Email = $"person{i}@fabrikam.example", Name = "Anna" });
        }

        db.SaveChanges();
    }

    private static (string, Func<Task>) Over(string name, Connection connection, string path)
    {
        var request = Connection.Request(path);
        return (name, () =>
        {
            connection.Get(request);
            return Task.CompletedTask;
        });
    }

    private static (string, Func<Task>) In(string name, App app, string path) => (name, () => app.Pipeline!.GetAsync(path));

    private static async Task<double> TimeAsync(Func<Task> run, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            await run();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }
}
