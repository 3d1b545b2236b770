using System.Diagnostics;
using System.Globalization;
using Ethics.Crm;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>What a person costs while an object about that person is in memory: what is held more after each object has been read once.</summary>
public static class BytesOfPeople
{
    /// <param name="Collected">In the memory that the collector manages: slots, and the places in which they are found.</param>
    /// <param name="Handle">The weak handle, which lies outside of it.</param>
    /// <param name="Longest">The longest of the first reads during which nothing was collected.</param>
    /// <param name="LongestWithCollection">The longest of all.</param>
    /// <param name="Average">Of all, collections included.</param>
    public sealed record Result(int People, double Collected, int Handle, TimeSpan Longest, TimeSpan LongestWithCollection, TimeSpan Average)
    {
        public static Result OfLine(int people, string line)
        {
            var words = line.Trim().Split(' ').Select(static w => double.Parse(w, CultureInfo.InvariantCulture)).ToArray();
            return new(people, words[0], IntPtr.Size, new TimeSpan((long)words[1]), new TimeSpan((long)words[2]), TimeSpan.FromMicroseconds(words[3]));
        }

        public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Collected:F3} {Longest.Ticks} {LongestWithCollection.Ticks} {Average.TotalMicroseconds:F3}");
    }

    /// <summary>Ten million people leave a heap behind in which nothing else is to be measured.</summary>
    public static Result InAProcessOfItsOwn(int people)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["people", people.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Result.OfLine(people, line);
    }

    public static Result Measure(int people)
    {
        using var fixture = new Fixture();
        var contacts = new GuardedContact[people];
        for (var i = 0; i < people; i++)
            contacts[i] = new GuardedContact { Id = i + 1000, Email = "x" };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        TimeSpan longest = default, longestOfAll = default;
        var watch = Stopwatch.StartNew();
        using (PurposeScope.Enter(Purposes.Support))
        {
            var collections = GC.CollectionCount(0);
            foreach (var contact in contacts)
            {
                var start = Stopwatch.GetTimestamp();
                _ = contact.Email;
                var took = Stopwatch.GetElapsedTime(start);
                longestOfAll = took > longestOfAll ? took : longestOfAll;
                var now = GC.CollectionCount(0);
                if (now == collections && took > longest)
                    longest = took;
                collections = now;
            }
        }

        var all = watch.Elapsed;
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(contacts);
        return new Result(people, (after - before) / (double)people, IntPtr.Size, longest, longestOfAll, all / people);
    }
}
