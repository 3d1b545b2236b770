using System.Collections.Immutable;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Each finding tells the way of its value: source first, a place and a word for each step, the same number of both.</summary>
public sealed class TraceTests
{
    private const string Scenery =
        """
        using System; using System.Collections.Generic; using Acme.Crm; using Ethics.Crm;
        public static class Mailer { [ForPurpose("marketing")] public static void Send(object value) { } }
        public class Box { public string Text; }

        """;

    [Fact]
    public async Task FlowThroughThreeMethods_IsToldFromItsSourceOn()
    {
        var found = await FindAsync(
            """
            public class Desk { public void Answer(Contact c) => Queue.Add(c.Email.Trim()); }
            public class Queue { public static void Add(string address) => Job.Enqueue(address + ";"); }
            public class Job { public static void Enqueue(string one) => Mailer.Send(one); }
            """);

        var one = Assert.Single(found);
        Assert.Equal("'Contact.Email' is collected for support only but reaches 'Mailer.Send' (marketing)", one.Message);
        Assert.Equal("Job.cs: public class Job { public static void Enqueue(string one) => Mailer.Send(one); } [73: one]", one.Place);
        Assert.Equal(
            string.Join("\n",
                "1. 'Contact.Email' is read @ Job.cs: public class Desk { public void Answer(Contact c) => Queue.Add(c.Email.Trim()); } [65: Email]",
                "2. is handed to 'Queue.Add' @ Job.cs: public class Desk { public void Answer(Contact c) => Queue.Add(c.Email.Trim()); } [59: Add]",
                "3. is handed to 'Job.Enqueue' @ Job.cs: public class Queue { public static void Add(string address) => Job.Enqueue(address + \";\"); } [67: Enqueue]"),
            string.Join("\n", one.Steps));
    }

    [Fact]
    public async Task ResultAndObject_AreSteps()
    {
        var one = Assert.Single(await FindAsync(
            """
            public class Job {
                static Box Read(Contact c) => new Box { Text = c.Email };
                static string Open(Box b) => b.Text;
                public void M(Contact c) => Mailer.Send(Open(Read(c)));
            }
            """));

        Assert.Equal(["1. 'Contact.Email' is read", "2. is returned by 'Job.Read'", "3. goes through 'Job.Open'"], Words(one));
    }

    [Fact]
    public async Task StaticMember_IsWrittenAndFound()
        => Assert.Equal(
            ["1. 'Contact.Email' is read", "2. goes through 'Desk.Keep'", "3. is put into 'Desk.Last'", "4. is found in 'Desk.Last'", "5. is returned by 'Desk.Get'"],
            Words(Assert.Single(await FindAsync(
                """
                public class Desk { static string Last; static void Keep(string s) => Last = s; static string Get() => Last; public void A(Contact c) => Keep(c.Email); public void B() => Mailer.Send(Get()); }
                """))));

    [Fact]
    public async Task ObjectInAStaticMember_AndService_TellWhereTheValueWaits()
    {
        Assert.Equal(["1. 'Contact.Email' is read", "2. waits in 'Desk.Last'", "3. is found in 'Desk.Last'"], Words(Assert.Single(await FindAsync("public class Desk { static Box Last; public void A(Contact c) { var b = new Box(); b.Text = c.Email; Last = b; } public void B() => Mailer.Send(Last.Text); }"))));
        Assert.Equal(["1. 'Contact.Email' is read", "2. waits in 'Desk.kept'"], Words(Assert.Single(await FindAsync("public class Desk { string kept; public void A(Contact c) => kept = c.Email; public void B() => Mailer.Send(kept); }"))));
    }

    [Fact]
    public async Task ValueThatIsReadWhereItIsHandedOver_HasOneStep()
        => Assert.Equal(["1. 'Contact.Email' is read"], Words(Assert.Single(await FindAsync("public class Job { public void M(Contact c) => Mailer.Send(c.Email); }"))));

    [Fact]
    public async Task ShorterOfTwoWays_IsTold()
    {
        const string longer = "static string A(string s) => B(s); static string B(string s) => s;";
        foreach (var choice in new[] { "b ? A(e) : e", "b ? e : A(e)", "b ? B(A(e)) : d ? e : A(e)" })
        {
            var one = Assert.Single(await FindAsync($"public class Job {{ {longer} public void M(Contact c, bool b, bool d) {{ var e = c.Email; Mailer.Send({choice}); }} }}"));
            Assert.Equal(["1. 'Contact.Email' is read"], Words(one));
        }
    }

    /// <summary>The compiler drops one of two findings that say the same at the same place, whatever their ways.</summary>
    [Fact]
    public async Task TwoReadsThatSayTheSameThere_AreOneFinding_WithTheShorterWay()
    {
        foreach (var (first, second) in new[] { ("A(c.Email)", "c.Email"), ("c.Email", "A(c.Email)") })
        {
            var one = Assert.Single(await FindAsync($"public class Job {{ static string A(string s) => s; public void M(Contact c, bool b) {{ var e = \"\"; if (b) e = {first}; else e = {second}; Mailer.Send(e); }} }}"));
            Assert.Equal(["1. 'Contact.Email' is read"], Words(one));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(60)]
    public async Task ChainDown_IsToldInFull(int depth)
    {
        var one = Assert.Single(await FindAsync(
            $$"""
            public class Job {
                public void M(Contact c) => D1(c.Email);
                {{string.Join("\n", Enumerable.Range(1, depth - 1).Select(static i => $"void D{i}(string s) => D{i + 1}(s);"))}}
                void D{{depth}}(string s) => Mailer.Send(s);
                public void Clean(Contact c) => D1(c.Name);
            }
            """));

        Assert.Equal(["1. 'Contact.Email' is read", .. Enumerable.Range(1, depth).Select(static i => $"{i + 1}. is handed to 'Job.D{i}'")], Words(one));
        Assert.Equal([.. Enumerable.Range(1, depth - 1).Select(static i => $"void D{i}(string s) => D{i + 1}(s);")], one.Steps.Skip(2).Select(static step => step[(step.IndexOf(".cs: ", StringComparison.Ordinal) + 5)..step.IndexOf(" [", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(60)]
    public async Task ChainUp_IsToldInFull(int depth)
    {
        var one = Assert.Single(await FindAsync(
            $$"""
            public class Job {
                public void M(Contact c) => Mailer.Send(U1(c));
                {{string.Join("\n", Enumerable.Range(1, depth - 1).Select(static i => $"string U{i}(Contact c) => U{i + 1}(c) + \"x\"; string N{i}(Contact c) => N{i + 1}(c) + \"x\";"))}}
                string U{{depth}}(Contact c) => c.Email; string N{{depth}}(Contact c) => c.Name;
                public void Clean(Contact c) => Mailer.Send(N1(c));
            }
            """));

        Assert.Equal(["1. 'Contact.Email' is read", .. Enumerable.Range(0, depth).Select(i => $"{i + 2}. is returned by 'Job.U{depth - i}'")], Words(one));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(60)]
    public async Task ChainUpThroughAndDown_IsToldInFull(int depth)
    {
        var one = Assert.Single(await FindAsync(
            $$"""
            public class Job {
                public void M(Contact c) => D1(T1(U1(c)));
                {{string.Join("\n", Enumerable.Range(1, depth - 1).Select(static i => $"string U{i}(Contact c) => U{i + 1}(c); string T{i}(string s) => T{i + 1}(s); void D{i}(string s) => D{i + 1}(s);"))}}
                string U{{depth}}(Contact c) => c.Email; string T{{depth}}(string s) => s; void D{{depth}}(string s) => Mailer.Send(s);
                public void Clean(Contact c) { D1(T1(c.Name)); T1(U1(c)); }
            }
            """));

        Assert.Equal(
            ["'Contact.Email' is read", .. Enumerable.Range(0, depth).Select(i => $"is returned by 'Job.U{depth - i}'"), .. Enumerable.Range(1, depth).Select(static i => $"goes through 'Job.T{i}'"), .. Enumerable.Range(1, depth).Select(static i => $"is handed to 'Job.D{i}'")],
            Words(one).Select(static word => word[(word.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    private static async Task<ImmutableArray<ToldFinding>> FindAsync(string members) => await FlowRun.OverAsync([("Job.cs", Scenery + members)]);

    private static IEnumerable<string> Words(ToldFinding finding) => finding.Steps.Select(static step => step[..step.IndexOf(" @ ", StringComparison.Ordinal)]);
}
