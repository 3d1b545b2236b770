using System.Text;
using Ethics.Crm.Analyzers.Flows;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>How much is walked, in counts and not in seconds: what costs a build shows here first.</summary>
public sealed class FlowWorkTests
{
    /// <summary>The two accessors of the e-mail, which the compilation has as well.</summary>
    private const int Accessors = 2;

    private const string Send = "static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object? value) { } }";

    [Fact]
    public async Task OrdinaryCompilation_BindsNoBodyAgain()
    {
        var (figures, found) = await RunAsync(Send + "class Job { string Read(Contact c) => c.Email; void M(Contact c) => Mailer.Send(Read(c)); }");

        Assert.Equal(0, figures!.BoundAgain);
        Assert.Single(found);
        Assert.Equal(1, figures.Found);
    }

    [Fact]
    public async Task CompilationWithoutLabelledReads_IsNotWalked()
        => Assert.Null((await RunAsync(Send + "class Job { string Read(Contact c) => c.Name; void M(Contact c) => Mailer.Send(Read(c)); }")).Figures);

    [Fact]
    public async Task CallerOfCodeForAPurposeOutOfWhichNoLabelComes_IsNotWalked()
    {
        var (figures, found) = await RunAsync("[ForPurpose(\"support\")] class Desk { public int Length(Contact c) { var mail = c.Email; return 1; } } class Job { int M(Desk d, Contact c) => d.Length(c); int N(Desk d, Contact c) => M(d, c); }");

        Assert.Empty(found);
        Assert.Equal(1 + Accessors, figures!.Methods);
    }

    [Fact]
    public async Task CallerOfCodeForAPurposeOutOfWhichALabelComes_IsWalked()
    {
        var (figures, found) = await RunAsync(Send + "[ForPurpose(\"support\")] class Desk { public string Mail(Contact c) => c.Email; } class Job { void M(Desk d, Contact c) => Mailer.Send(d.Mail(c)); }");

        Assert.Single(found);
        Assert.Equal(3 + Accessors, figures!.Methods);
    }

    /// <summary>Each call hands the builder on: it is one object, not seven hundred that hold each other.</summary>
    [Fact]
    public async Task BuilderWithHundredsOfPartsInOneStatement_IsFollowed()
    {
        var (figures, found) = await RunAsync(Send + $"class Job {{ void M(Contact c, System.Text.StringBuilder b) {{ b{string.Concat(Enumerable.Repeat(".Append(\"a\").Append(c.Email)", 350))}; Mailer.Send(b.ToString()); }} void N(Contact c) => Mailer.Send(c.Email); }}");

        Assert.Equal(0, figures!.GivenUp);
        Assert.Equal(2, found.Length);
    }

    /// <summary>Declared before what they call, and behind it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ChainOf200Calls_IsWalkedOnce(bool isCallerFirst)
    {
        var members = Enumerable.Range(0, 200).Select(number => $"static string M{number}(Contact c) => {(number == 199 ? "c.Email" : $"M{number + 1}(c)")};").ToArray();
        var (figures, found) = await RunAsync(Send + "class Job { void Start(Contact c) => Mailer.Send(M0(c)); " + string.Join("\n", isCallerFirst ? members : members.Reverse()) + " }");

        Assert.Single(found);
        Assert.Equal(202 + Accessors, figures!.Methods);
        Assert.Equal(figures.Methods, figures.Runs);
    }

    [Fact]
    public async Task CircleOf500Methods_IsStableAfterFewRounds()
    {
        var members = Enumerable.Range(0, 500).Select(number => $"static string M{number}(Contact c, int n) => n > {number} ? c.Email : M{(number + 1) % 500}(c, n - 1);");
        var (figures, found) = await RunAsync(Send + "class Job { void Start(Contact c) => Mailer.Send(M7(c, 9)); " + string.Join("\n", members) + " }");

        Assert.Single(found.Select(static one => one.Location).Distinct());
        Assert.Equal(502 + Accessors, figures!.Methods);
        Assert.InRange(figures.Runs, figures.Methods, figures.Methods * 4);
        Assert.Equal(0, figures.GivenUp);
    }

    [Fact]
    public async Task MethodOf3000Lines_IsFollowedToItsEnd()
    {
        var text = new StringBuilder();
        for (var line = 0; line < 1000; line++)
        {
            text.Append($"var v{line} = {(line == 0 ? "c.Email" : $"v{line - 1} + \"x\"")};\nif (v{line}.Length > {line}) {{ list.Add(new Box {{ Text = c.Name + v{line} }}); }}\nn += list.Count;\n");
        }

        var (figures, found) = await RunAsync(Send + "class Box { public string? Text; } class Job { void M(Contact c, System.Collections.Generic.List<Box> list) { var n = 0;\n" + text + "Mailer.Send(v999); } }");

        Assert.Single(found);
        Assert.InRange(figures!.Blocks, 2000, 8000);
        Assert.Equal(0, figures.GivenUp);
    }

    /// <summary>Ten times as many classes may cost ten times as much.</summary>
    [Fact]
    public async Task InterfaceOf300Implementations_CostsNoMoreThanTheirNumber()
    {
        var (few, _) = await RunAsync(Implementations(30));
        var (many, found) = await RunAsync(Implementations(300));

        Assert.Equal(2, found.Select(static one => one.Location).Distinct().Count());
        Assert.Equal(0, many!.GivenUp);
        Assert.InRange(many.Blocks, 1, few!.Blocks * 11);
        Assert.InRange(many.Runs, 0, many.Methods + 10);

        static string Implementations(int count) => Send + "interface ILine { string Of(Contact c); } "
            + string.Concat(Enumerable.Range(0, count).Select(static number => $"class Line{number} : ILine {{ public string Of(Contact c) => c.{(number % 2 == 0 ? "Email" : "Name")}; }} "))
            + "class Job { readonly System.Collections.Generic.List<ILine> all = new(); string Text(ILine line, Contact c) => line.Of(c); void M(Contact c) { foreach (var line in all) Mailer.Send(line.Of(c)); } "
            + "void N(Contact c) { " + string.Concat(Enumerable.Range(0, count).Select(static number => $"Text(new Line{number}(), c); ")) + "Mailer.Send(Text(new Line0(), c)); } }";
    }

    [Fact]
    public async Task MediatorOf500Handlers_CostsNoMoreThanTheirNumber()
    {
        var (few, _) = await RunAsync(Handlers(50));
        var (many, found) = await RunAsync(Handlers(500));

        Assert.NotEmpty(found);
        Assert.Equal(0, many!.GivenUp);
        Assert.InRange(many.Blocks, 1, few!.Blocks * 11);

        static string Handlers(int count) => Send + "interface ICommand { } interface IHandler<T> where T : ICommand { void Handle(T command); } "
            + "class Mediator { readonly System.IServiceProvider services; public Mediator(System.IServiceProvider services) => this.services = services; public void Do<T>(T command) where T : ICommand => ((IHandler<T>)services.GetService(typeof(IHandler<T>))!).Handle(command); } "
            + string.Concat(Enumerable.Range(0, count).Select(static number => $"class Command{number} : ICommand {{ public string? Text; }} class Handler{number} : IHandler<Command{number}> {{ public void Handle(Command{number} command) => Mailer.Send(command.Text); }} "))
            + "class Job { readonly Mediator mediator; public Job(Mediator mediator) => this.mediator = mediator; "
            + string.Concat(Enumerable.Range(0, count).Select(static number => $"void M{number}(Contact c) => mediator.Do(new Command{number} {{ Text = c.{(number == 7 ? "Email" : "Name")} }}); ")) + "}";
    }

    private static async Task<(FlowFigures? Figures, Diagnostic[] Found)> RunAsync(string source)
    {
        FlowFigures? figures = null;
        var policy = TestPolicy.Of(Policies.Fabrikam);
        var compilation = TestCompilation.Create("using Ethics.Crm; using Acme.Crm;\n#nullable enable\n" + source, Models.Contact);
        Assert.Empty(compilation.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));
        var run = compilation.WithAnalyzers(
            [new FlowAnalyzer { Watch = one => figures = one }],
            new AnalyzerOptions([new TestAdditionalText(policy.Path, policy.Text)], new TestOptionsProvider([policy], new Dictionary<string, string>())));
        var found = await run.GetAnalyzerDiagnosticsAsync();
        return (figures, found.Where(static one => one.Id == "ECRM2002").ToArray());
    }
}
