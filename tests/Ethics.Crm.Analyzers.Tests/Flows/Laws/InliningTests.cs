using System.Text;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>A method applied by its summary finds what its body finds where it is written out: all bodies of one or two of these statements, and all of three of the first, called with two objects, with one that is both, and with one that holds the other.</summary>
public sealed class InliningTests
{
    private static readonly string[] Statements =
    [
        "a.Text = s;", "b.Text = a.Text;", "a.Text = \"\";", "a.Inner = b;", "b = a;", "a = new Box();",
    ];

    private static readonly string[] Further = ["a.Inner = new Box();", "b = a.Inner ?? b;", "s = b.Text;", "b.Text += s;", "(a, b) = (b, a);"];

    private static readonly string[] Calls = ["var p = new Box(); var q = new Box();", "var p = new Box(); var q = p;", "var q = new Box(); var p = new Box { Inner = q };"];

    private static readonly string[] Sinks = ["p.Text", "q.Text", "p.Inner?.Text", "r"];

    [Fact]
    public async Task SummaryApplied_FindsWhatTheBodyFinds()
    {
        var bodies = Bodies().ToArray();
        var source = new StringBuilder("using Acme.Crm; using Ethics.Crm;\npublic static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object value) { } }\npublic class Box { public string Text; public Box Inner; }\npublic class Job {\n");
        for (var body = 0; body < bodies.Length; body++)
        {
            source.Append($"static string H{body}(Box a, Box b, string s) {{ {bodies[body]} return s; }}\n");
            for (var call = 0; call < Calls.Length; call++)
            {
                Append($"C{body}_{call}", $"{Calls[call]} var r = H{body}(p, q, c.Email);", $"called {body} {call}");
                Append($"I{body}_{call}", $"{Calls[call]} var a = p; var b = q; var s = c.Email; {bodies[body]} var r = s;", $"inline {body} {call}");
            }
        }

        var found = (await FlowRun.OverAsync([("Job.cs", source.Append('}').ToString())])).Select(static one => one.Place[(one.Place.IndexOf("// ", StringComparison.Ordinal) + 3)..one.Place.LastIndexOf(" [", StringComparison.Ordinal)]).ToHashSet();
        var called = Of("called");
        var inline = Of("inline");
        Assert.InRange(inline.Count, 500, bodies.Length * Calls.Length * Sinks.Length - 500);
        Assert.Equal("", Explained(inline.Except(called)));

        // Of an object that the caller does not know, a part is made up where the method writes to it: never more than one finding in a hundred.
        var more = called.Except(inline).ToArray();
        Assert.True(more.Length * 100 <= inline.Count, Explained(more));

        void Append(string name, string statements, string id)
            => source.Append($"public void {name}(Contact c) {{ {statements}\n{string.Concat(Sinks.Select((sink, number) => $"Mailer.Send({sink}); // {id} {number}\n"))}}}\n");

        HashSet<string> Of(string way) => [.. found.Where(id => id.StartsWith(way, StringComparison.Ordinal)).Select(id => id[7..])];

        string Explained(IEnumerable<string> ids)
            => string.Join("\n", ids.Select(id => id.Split(' ').Select(int.Parse).ToArray()).Select(id => $"{Calls[id[1]]} {bodies[id[0]]} -> {Sinks[id[2]]}").OrderBy(static text => text.Length).ThenBy(static text => text, StringComparer.Ordinal).Take(20));
    }

    private static IEnumerable<string> Bodies()
    {
        string[] all = [.. Statements, .. Further];
        return [.. all, .. from one in all from two in all select $"{one} {two}", .. from one in Statements from two in Statements from three in Statements select $"{one} {two} {three}"];
    }
}
