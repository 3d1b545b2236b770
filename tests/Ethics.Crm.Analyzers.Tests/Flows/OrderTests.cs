using System.Collections.Immutable;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What is found, and how it is told, follows from the program alone: not from the order of its files and members, not from threads, not from hash codes, which are others in each run.</summary>
public sealed class OrderTests
{
    private const int Runs = 12;

    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using Acme.Crm; using Ethics.Crm;";

    public static TheoryData<string, int, string> Programs => new()
    {
        {
            "interface, three ways of one length", 1,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            public interface IStep {
            string Run(string s);
            }
            == Steps.cs
            public class First : IStep {
            public string Run(string s) => Pass(s);
            private string Pass(string s) => s;
            }
            public class Second : IStep {
            private string Pass(string s) => s;
            public string Run(string s) => Pass(s);
            }
            == Third.cs
            public class Third : IStep {
            public string Run(string s) => s.Trim();
            }
            public class Fourth : IStep {
            public string Run(string s) => s + "x";
            }
            == Job.cs
            public class Job {
            public void M(Contact c, IStep step) => Mailer.Send(step.Run(c.Email));
            public void N(IStep step) => Mailer.Send(step.Run("nobody"));
            }
            """
        },
        {
            "recursion, one sink, several callers", 1,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            == Walk.cs
            public static class Walk {
            public static void Down(string s, int n) { if (n == 0) Mailer.Send(s); else Along(s + "x", n - 1); }
            public static void Along(string s, int n) { if (n > 5) Down(s, n); else Across(s, n); }
            public static void Across(string s, int n) { Down(s, n); Along(s, n); }
            public static string Up(Contact c, int n) => n == 0 ? c.Email : Over(c, n);
            public static string Over(Contact c, int n) => n == 1 ? Up(c, 0) : Up(c, n - 1) + Over(c, n - 2);
            }
            == Callers.cs
            public class One {
            public void M(Contact c) => Walk.Across(c.Email, 3);
            }
            public class Two {
            public void M(Contact c) => Walk.Down(Walk.Up(c, 4), 3);
            public void N(Contact c) { Walk.Along(c.Email, 1); Walk.Down(c.Email, 1); }
            }
            """
        },
        {
            "two branches of one length", 1,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            == Ways.cs
            public static class Ways {
            public static string Left(string s) => s;
            public static string Right(string s) => s;
            public static string Left(object s) => s.ToString();
            }
            == Job.cs
            public class Job {
            public void M(Contact c, int n) { var e = c.Email; Mailer.Send(n switch { 0 => Ways.Right(e), 1 => Ways.Left(e), 2 => Ways.Left((object)e), _ => Ways.Left(Ways.Right(e)) }); }
            }
            """
        },
        {
            "lambdas, local functions, captured variables", 2,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            == Job.cs
            public class Job {
            private readonly List<string> kept = new();
            public void M(Contact[] all) { var last = ""; foreach (var c in all) { Keep(c.Email); } Mailer.Send(last); void Keep(string s) { last = Through(s); kept.Add(s); } string Through(string s) => s + Again(s); string Again(string s) => s.Length > 3 ? Through(s.Substring(1)) : s; }
            public void N(Contact[] all) { var mails = all.Select(c => Pick(c)).Where(m => m.Length > 3).ToList(); mails.ForEach(m => { if (m.Length > 0) Mailer.Send(m); }); }
            private static string Pick(Contact c) { Func<string> read = () => c.Email; return Ask(c) ?? c.Name; }
            private static string Ask(Contact c) => Known(c);
            private static string Known(Contact c) => c.Email;
            }
            """
        },
        {
            "objects, collections, reads that say the same", 4,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            public class Box {
            public string Text;
            public Box Inner;
            public Dictionary<string, string> Map = new();
            }
            == Fill.cs
            public static class Fill {
            public static Box Made(Contact c) => new Box { Text = c.Email, Inner = Empty() };
            public static Box Empty() => new Box();
            public static void Deep(Box b, Contact c) { b.Inner = new Box(); b.Inner.Text = c.Email; b.Inner.Map["a"] = c.Email; }
            public static void Both(Box a, Box b, Contact c) { a.Text = ""; b.Text = c.Email; a.Inner = b; }
            }
            == Job.cs
            public class Job {
            public void M(Contact c) { var b = Fill.Empty(); Fill.Deep(b, c); Mailer.Send(b.Inner.Text); foreach (var p in b.Inner.Map) Mailer.Send(p.Value); }
            public void N(Contact c, bool more) { var b = Fill.Made(c); if (more) b.Text = c.Email; Mailer.Send(b.Text); }
            public void O(Contact c) { var b = Fill.Empty(); Fill.Both(b, b, c); Mailer.Send(b.Inner.Text); }
            }
            """
        },
        {
            "exceptions, properties, values that go out of sight", 3,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            public static string Last { get; set; } = "";
            }
            public class Refused : Exception {
            public string Of { get; }
            public Refused(string of) { Of = of; }
            }
            == Check.cs
            public partial class Check {
            public static void Throw(Contact c) { if (c.Name.Length > 3) throw new Refused(c.Email); throw new Refused(Word(c)); }
            }
            == Check.Words.cs
            public partial class Check {
            private static string Word(Contact c) => c.Email.ToUpperInvariant();
            public static void Keep(string s) => Mailer.Last = s;
            }
            == Job.cs
            public class Job {
            private string line = "";
            public string Line { get => line + "!"; set => line = value; }
            public void M(Contact c) { try { Check.Throw(c); } catch (Refused r) when (r.Of.Length > 0) { Mailer.Send(r.Of); } catch (Refused r) { Check.Keep(r.Of); } }
            public void N(Contact c) { var j = new Job(); j.Line = c.Email; j.Line = j.Line + c.Note; Mailer.Send(j.Line); Check.Keep(c.Email); }
            }
            """
        },
        {
            "static members and services, by several ways", 5,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            public class Box {
            public string Text;
            }
            == Held.cs
            public static class Held {
            public static string First { get; set; } = "";
            public static string Second = "";
            public static readonly Box Box = new();
            public static readonly Box Same = Box;
            public static void Pass() => Second = First;
            public static void Keep(string s) => First = s;
            }
            == Desk.cs
            public class Desk {
            private string kept = "";
            public void In(Contact c) { kept = c.Email; Held.Same.Text = c.Email; }
            public void Again(Contact c) => kept = c.Email.Trim();
            public void Out() { Mailer.Send(kept); Mailer.Send(Held.Box.Text); }
            }
            == Job.cs
            public class Job {
            public void M(Contact c) => Held.Keep(c.Email);
            public void N(Contact c) { Held.First = c.Email; Held.Pass(); }
            public void O() { Mailer.Send(Held.First); Mailer.Send(Held.Second); }
            public void P() { Held.Pass(); Mailer.Send(Held.Second); }
            }
            """
        },
        {
            "constants that go round in circles", 3,
            """
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            == Ways.cs
            public static class Ways {
            public static string A(Contact c, int n) => n == 1 ? c.Name : n == 2 ? c.Email : B(c, 2);
            public static string B(Contact c, int n) => n == 1 ? C(c, 1) : n == 2 ? c.Name : A(c, 3);
            public static string C(Contact c, int n) => n == 1 ? A(c, 1) : n == 2 ? B(c, 3) : c.Email;
            public static string Once(Contact c, bool with) => with ? c.Email : c.Name;
            public static string Alone(Contact c, bool with) => with ? c.Email : Alone(c, false);
            }
            == Job.cs
            public class Job {
            public void M(Contact c) { Mailer.Send(Ways.A(c, 1)); Mailer.Send(Ways.Once(c, false)); }
            public void N(Contact c) { Mailer.Send(Ways.B(c, 1)); Mailer.Send(Ways.Once(c, true)); }
            public void O(Contact c) => Mailer.Send(Ways.Alone(c, false));
            }
            """
        },
        {
            "constants that are handed on, too many of them", 8,
            $$"""
            == Mailer.cs
            public static class Mailer {
            [ForPurpose("marketing")] public static void Send(object value) { }
            }
            == Ways.cs
            public static class Ways {
            public static string Few(Contact c, int n) => Asked(c, n);
            public static string Many(Contact c, int n) => Asked(c, n);
            public static string Asked(Contact c, int n) => n == 0 ? c.Email : c.Name;
            public static string Some(Contact c, int n) => Apart(c, n);
            public static string Apart(Contact c, int n) => n == 0 ? c.Email : c.Name;
            public static string Turned(Contact c, bool with, int n) => with ? c.Email : n == 0 ? c.Name : Turned(c, !with, n - 1);
            public static string Kept(Contact c, bool with, int n) => with ? c.Email : n == 0 ? c.Name : Kept(c, with, n - 1);
            public static string Down(Contact c, int n) => n == 7 ? c.Email : n == 0 ? c.Name : Down(c, n - 1);
            }
            == Job.cs
            public class Job {
            public void M(Contact c) { Mailer.Send(Ways.Few(c, 1)); Mailer.Send(Ways.Few(c, 0)); Mailer.Send(Ways.Some(c, 1)); Mailer.Send(Ways.Some(c, 0)); }
            public void N(Contact c) { {{string.Concat(Enumerable.Range(1, 40).Select(static n => $"System.GC.KeepAlive(Ways.Many(c, {n})); "))}} Mailer.Send(Ways.Many(c, 1)); Mailer.Send(Ways.Asked(c, 1)); Mailer.Send(Ways.Asked(c, 0)); }
            public void O(Contact c, int n) { Mailer.Send(Ways.Turned(c, false, n)); Mailer.Send(Ways.Kept(c, false, n)); Mailer.Send(Ways.Kept(c, true, n)); }
            public void P(Contact c) { Mailer.Send(Ways.Down(c, 6)); Mailer.Send(Ways.Down(c, 8)); }
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Findings_AndHowTheyAreTold_FollowFromTheProgramAlone(string form, int findings, string program)
    {
        var files = Parse(program);
        var random = new Random(form.Length);
        var first = await FlowRun.OverAsync(files.Select(Text), concurrent: false);
        Assert.True(findings == first.Count(static one => one.Id == "ECRM2002"), string.Join("\n", first));
        for (var run = 0; run < Runs; run++)
        {
            var again = await FlowRun.OverAsync(Shuffled(random, files).Select(file => Text(file with { Types = [.. Shuffled(random, file.Types).Select(type => type with { Members = [.. Shuffled(random, type.Members)] })] })), concurrent: run % 2 == 0);
            Assert.Equal(string.Join("\n", first), string.Join("\n", again));
        }
    }

    private static ImmutableArray<SourceFile> Parse(string program)
    {
        var files = new List<SourceFile>();
        foreach (var line in program.Split('\n').Select(static line => line.Trim()))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                files.Add(new(line[3..], []));
            }
            else if (line.EndsWith('{') && line.StartsWith("public", StringComparison.Ordinal) && !line.Contains('('))
            {
                files[^1].Types.Add(new(line, []));
            }
            else if (line != "}")
            {
                files[^1].Types[^1].Members.Add(line);
            }
        }

        return [.. files];
    }

    private static (string Path, string Text) Text(SourceFile file) => (file.Path, Usings + "\n" + string.Concat(file.Types.Select(static type => $"{type.Head}\n{string.Concat(type.Members.Select(static member => member + "\n"))}}}\n")));

    private static IEnumerable<T> Shuffled<T>(Random random, IEnumerable<T> all)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private sealed record SourceFile(string Path, List<SourceType> Types);

    private sealed record SourceType(string Head, List<string> Members);
}
