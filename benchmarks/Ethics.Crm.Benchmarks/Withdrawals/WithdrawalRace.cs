using System.Diagnostics;

namespace Ethics.Crm.Benchmarks.Withdrawals;

/// <summary>
/// Readers of a guarded property, as fast as the generated getter is, beside somebody who consents and withdraws without end. A read that is let through although it began after a withdrawal had returned, and
/// ended before the next consent was asked for, is wrong: no order of the calls explains it.
/// </summary>
public static class WithdrawalRace
{
    // Thousands of reads for each look at anything that all threads share.
    private const int AtOnce = 8192;

    // A history that grows without end would be what is measured.
    private const int WithdrawalsOfOnePerson = 256;

    /// <param name="Refused">Of the reads: those that met a withdrawal.</param>
    /// <param name="Judged">Of the reads: those that began and ended while a withdrawal was in force, so that only one answer is right.</param>
    /// <param name="Wrong">Of these: those that were let through.</param>
    public sealed record Result(long Reads, long Refused, long Judged, long Wrong, long Withdrawals, int Readers, TimeSpan Took);

    public static Result Run(long reads)
    {
        using var fixture = new Fixture();
        var race = new Race(reads, fixture.Consent);
        var clock = Stopwatch.StartNew();
        var readers = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => Task.Factory.StartNew(race.Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        race.Write();
        Task.WaitAll(readers);
        var counted = readers.Select(static one => one.Result).ToList();
        return new(counted.Sum(static c => c.Reads), counted.Sum(static c => c.Refused), counted.Sum(static c => c.Judged), counted.Sum(static c => c.Wrong), race.Withdrawals, readers.Length, clock.Elapsed);
    }

    private sealed record Count(long Reads, long Refused, long Judged, long Wrong);

    /// <summary>Somebody, and how often they changed their mind: odd while a withdrawal has returned and the next consent has not been asked for.</summary>
    private sealed class Person(int id)
    {
        public readonly GuardedContact Contact = new() { Id = id, Email = "value" };
        public long Changes;
    }

    private sealed class Race(long wanted, IConsentLedger ledger)
    {
        private Person _person = new(1);
        private long _read;
        private bool _stop;

        public long Withdrawals { get; private set; }

        public void Write()
        {
            while (!Volatile.Read(ref _stop))
            {
                var person = _person;
                var key = SubjectKey.Of(person.Contact);
                for (var i = 0; i < WithdrawalsOfOnePerson && !Volatile.Read(ref _stop); i++)
                {
                    ledger.GrantAsync(key, Purposes.Newsletter).GetAwaiter().GetResult();
                    Thread.Sleep(1);
                    ledger.WithdrawAsync(key, Purposes.Newsletter).GetAwaiter().GetResult();
                    Interlocked.Increment(ref person.Changes);
                    Withdrawals++;
                    // Refusals are exceptions, and these are what is judged: the readers have the processors for themselves.
                    Thread.Sleep(2);
                    Interlocked.Increment(ref person.Changes);
                }

                Volatile.Write(ref _person, new Person(person.Contact.Id + 1));
            }
        }

        public Count Read()
        {
            using var scope = PurposeScope.Enter(Purposes.Newsletter);
            long read = 0, refused = 0, judged = 0, wrong = 0;
            while (!Volatile.Read(ref _stop))
            {
                var person = Volatile.Read(ref _person);
                for (var i = 0; i < AtOnce; i++)
                {
                    // Of somebody who is left behind nothing is judged any more.
                    if (i % 64 == 0)
                        person = Volatile.Read(ref _person);
                    var before = Volatile.Read(ref person.Changes);
                    var isAllowed = IsAllowed(person.Contact);
                    if (before % 2 == 1 && Volatile.Read(ref person.Changes) == before)
                    {
                        judged++;
                        wrong += isAllowed ? 1 : 0;
                    }

                    if (!isAllowed)
                    {
                        // The writer may be waiting for this processor.
                        refused++;
                        Thread.Yield();
                    }
                }

                read += AtOnce;
                if (Interlocked.Add(ref _read, AtOnce) >= wanted)
                    Volatile.Write(ref _stop, true);
            }

            return new(read, refused, judged, wrong);
        }

        private static bool IsAllowed(GuardedContact contact)
        {
            try
            {
                return contact.Email is not null;
            }
            catch (PurposeViolationException)
            {
                return false;
            }
        }
    }
}
