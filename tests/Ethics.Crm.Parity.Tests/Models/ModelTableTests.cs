using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.Policies;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Parity.Tests.Models;

/// <summary>
/// One table on generated C# models under generated policies: what the compiler reports of a read (ECRM2001, or ECRM2004 in a decision), what <c>Decide</c> says of the member, and what its gate does, of somebody who allows everything.
/// </summary>
[Collection(OneHostAtATime.Name)]
public sealed class ModelTableTests
{
    private const int Models = 24;

    // Compiled once: each test asks for the same models.
    private static readonly Lazy<Task<IReadOnlyList<Built>>> s_built = new(BuildAsync);

    [Fact]
    public async Task Compiler_DecisionAndGate_SayTheSameOfEachMemberAndPurpose()
    {
        var (permitted, refused) = (0, 0);
        foreach (var model in await s_built.Value)
        {
            foreach (var (reading, compiler, decision, gate) in await JudgeAsync(model, model.Program.Policy))
            {
                Assert.True(decision == compiler && (gate ?? compiler) == compiler, $"{reading} (compiler {compiler}, decision {decision}, gate {gate}) in\n{model.Program.Source}\n{model.Program.Policy}");
                (permitted, refused) = compiler ? (permitted + 1, refused) : (permitted, refused + 1);
            }
        }

        // Not all alike by refusing everything, or nothing.
        Assert.True(permitted > 300 && refused > 300, $"{permitted} permitted, {refused} refused");
    }

    /// <summary>Each thing that decides is seen to: a program that runs under a policy without it says otherwise than the compiler did somewhere.</summary>
    [Theory]
    [InlineData("rules", true)]
    [InlineData("only", true)]
    [InlineData("special", true)]
    [InlineData("protected", true)]
    [InlineData("inConfidence", true)]
    [InlineData("compatible", true)]
    [InlineData("article9", true)]
    [InlineData("decision", true)]
    [InlineData("personalisation", true)]
    [InlineData("collectedFor", true)]
    // A guarded member that the policy has forgotten keeps the labels of its build (0005).
    [InlineData("fields", false)]
    [InlineData("attributes", false)]
    public async Task PolicyThatLacksSomething_IsSeen_InDecisionsAndAtTheGate(string part, bool atTheGate)
    {
        var (decisions, gates) = (0, 0);
        foreach (var model in await s_built.Value)
        {
            if (decisions > 0 && (gates > 0 || !atTheGate))
                return;
            try
            {
                foreach (var (_, compiler, decision, gate) in await JudgeAsync(model, GeneratedPolicy.Without(model.Program.Policy, part)))
                {
                    decisions += decision == compiler ? 0 : 1;
                    gates += gate is { } passed && passed != compiler ? 1 : 0;
                }
            }
            catch (PolicyLoadException)
            {
                // What is left contradicts itself; another one does not.
            }
        }

        Assert.True(decisions > 0 && (gates > 0 || !atTheGate), $"{decisions} decisions and {gates} reads differ without {part}");
    }

    private static async Task<IReadOnlyList<Built>> BuildAsync()
    {
        var built = new List<Built>();
        for (var seed = 1; built.Count < Models; seed++)
        {
            var program = new GeneratedProgram(seed);
            if (!CanBeRead(program.Policy))
                continue;
            var compilation = GeneratedModel.Compile(program.Source, program.Policy);
            built.Add(new Built(program, GeneratedModel.Load(compilation), await RefusedAsync(compilation, program.Policy)));
        }

        return built;
    }

    private static bool CanBeRead(string policy)
    {
        try
        {
            new Application(policy).Dispose();
            return true;
        }
        catch (PolicyLoadException)
        {
            return false;
        }
    }

    /// <summary>The lines in which the compiler reports a read.</summary>
    private static async Task<ImmutableHashSet<int>> RefusedAsync(Compilation compilation, string policy)
    {
        var file = TestPolicy.Of(policy);
        var options = new AnalyzerOptions([new TestAdditionalText(file.Path, file.Text)], new TestOptionsProvider([file], new Dictionary<string, string>()));
        var found = await compilation.WithAnalyzers([new MisusedReadAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.All(found, static one => Assert.True(one.Id is "ECRM2001" or "ECRM2004", one.ToString()));
        return [.. found.Select(static one => one.Location.GetLineSpan().StartLinePosition.Line)];
    }

    private static async Task<IReadOnlyList<(Reading Reading, bool Compiler, bool Decision, bool? Gate)>> JudgeAsync(Built model, string policy)
    {
        using var application = new Application(policy);
        var person = new SubjectKey(null, "contact", "7");
        foreach (var purpose in GeneratedPolicy.Purposes)
            await application.Services.GetRequiredService<IConsentLedger>().GrantAsync(person, purpose);
        var decisions = application.Services.GetRequiredService<IPurposeDecisions>();
        var contact = Activator.CreateInstance(model.Assembly.GetType(model.Program.Namespace + ".Contact")!)!;
        contact.GetType().GetProperty("Id")!.SetValue(contact, 7);

        return [.. model.Program.Readings.Select(reading => (
            reading,
            !model.Refused.Contains(reading.Line),
            decisions.Decide(person, $"{model.Program.Namespace}.Contact.{reading.Member}", reading.Purpose).Allowed,
            reading.IsGuarded ? Passes(contact, reading) : (bool?)null))];
    }

    private static bool Passes(object contact, Reading reading)
    {
        using (PurposeScope.Enter(reading.Purpose))
        {
            try
            {
                Assert.NotNull(Convert.ToString(contact.GetType().GetProperty(reading.Member)!.GetValue(contact), CultureInfo.InvariantCulture));
                return true;
            }
            catch (TargetInvocationException thrown) when (thrown.InnerException is PurposeViolationException)
            {
                return false;
            }
        }
    }

    private sealed record Built(GeneratedProgram Program, Assembly Assembly, ImmutableHashSet<int> Refused);
}
