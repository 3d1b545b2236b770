using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>What a person costs while an object about that person is in memory: what is held more after each object has been read once.</summary>
public static class BytesOfPeople
{
    public static (double Bytes, TimeSpan LongestBinding) Measure(int people)
    {
        using var fixture = new Fixture();
        var contacts = new GuardedContact[people];
        for (var i = 0; i < people; i++)
            contacts[i] = new GuardedContact { Id = i + 1000, Email = "x" };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var longest = TimeSpan.Zero;
        using (PurposeScope.Enter(Purposes.Support))
        {
            foreach (var contact in contacts)
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                _ = contact.Email;
                var took = System.Diagnostics.Stopwatch.GetElapsedTime(start);
                longest = took > longest ? took : longest;
            }
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(contacts);
        return ((after - before) / (double)people, longest);
    }
}
