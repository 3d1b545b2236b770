using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>
/// The lines with code that no run reached though nothing says that it is dead: functions that nobody calls, branches that no content of a member leads to. Runs cannot
/// judge what is reported there. What a constant makes dead is no such code.
/// </summary>
internal static class Unreached
{
    public static ImmutableHashSet<int> Lines(Specimen specimen)
    {
        var reached = specimen.Said.SelectMany(static said => said.Reached).ToHashSet(ReferenceEqualityComparer.Instance);
        var lines = ImmutableHashSet.CreateBuilder<int>();
        foreach (var method in specimen.Model.Methods)
            Visit(method.Body, false);
        return lines.ToImmutable();

        void Visit(ImmutableArray<Statement> block, bool dead)
        {
            foreach (var statement in block)
            {
                var line = specimen.Printed.Lines[statement];
                foreach (var operand in Nodes.Operands(statement))
                    Look(operand, line, dead);
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

        void Look(Expression expression, int line, bool dead)
        {
            if (!dead && !reached.Contains(expression))
                lines.Add(line);
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
}
