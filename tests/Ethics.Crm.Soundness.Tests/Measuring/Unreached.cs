using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>Code that no run reached: because a constant makes it dead, or though nothing says that it is.</summary>
internal sealed class Unreached
{
    private readonly Specimen specimen;
    private readonly HashSet<object> reached;
    private readonly ImmutableHashSet<int>.Builder lines = ImmutableHashSet.CreateBuilder<int>();
    private readonly ImmutableHashSet<(int Line, string Member)>.Builder deadReads = ImmutableHashSet.CreateBuilder<(int, string)>();

    private Unreached(Specimen specimen)
    {
        this.specimen = specimen;
        reached = specimen.Said.SelectMany(static said => said.Reached).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var method in specimen.Model.Methods)
            Visit(method.Body, false);
    }

    /// <summary>
    /// The lines with code that no run reached though nothing says that it is dead: functions that nobody calls, branches that no content of a member leads to. Runs cannot
    /// judge what is reported there. What a constant makes dead is no such code.
    /// </summary>
    public static ImmutableHashSet<int> Lines(Specimen specimen) => new Unreached(specimen).lines.ToImmutable();

    /// <summary>Where labelled members are read in code that a constant makes dead.</summary>
    public static ImmutableHashSet<(int Line, string Member)> DeadReads(Specimen specimen) => new Unreached(specimen).deadReads.ToImmutable();

    private void Visit(ImmutableArray<Statement> block, bool dead)
    {
        foreach (var statement in block)
        {
            var line = specimen.Printed.Lines[statement is Try { Filter: { } filter } ? filter : statement];
            foreach (var operand in Nodes.Operands(statement))
                Look(operand, line, dead);
            if (dead && statement is IfMatch match)
                LookAtDead(match.Owner, match.Member, line);
            switch (statement)
            {
                case If { Condition: Fixed constant } branch:
                    Visit(branch.Then, dead || !constant.Value);
                    Visit(branch.Else, dead || constant.Value);
                    break;
                default:
                    Visit([.. Nodes.Blocks(statement)], dead);
                    break;
            }
        }
    }

    private void LookAtDead(string owner, string member, int line)
    {
        if (specimen.Model.Member(owner, member).IsLabelled)
            deadReads.Add((line, owner + "." + member));
    }

    private void Look(Expression expression, int line, bool dead)
    {
        if (!dead && !reached.Contains(expression))
            lines.Add(line);
        if (dead && expression is Load load)
            LookAtDead(load.Owner, load.Member, line);
        if (dead && expression is Match match)
            LookAtDead(match.Owner, match.Member, line);
        switch (expression)
        {
            case Lambda lambda:
                Visit(lambda.Body, dead);
                break;
            case Choice { Condition: Fixed constant } choice:
                Look(choice.Then, line, dead || !constant.Value);
                Look(choice.Else, line, dead || constant.Value);
                break;
            default:
                foreach (var operand in Nodes.Operands(expression))
                    Look(operand, line, dead);
                break;
        }
    }
}
