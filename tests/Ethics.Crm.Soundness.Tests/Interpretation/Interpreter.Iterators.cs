using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>Methods that run bit by bit: what they do happens when somebody asks for the next, and for the purposes of whoever asks where they declare none.</summary>
internal sealed partial class Interpreter
{
    private IEnumerable<Value> Yielded(MethodModel method, InstanceValue? self, ImmutableArray<Value> given, ImmutableArray<string>? declared, Frame code)
    {
        var variables = ImmutableDictionary.CreateRange(StringComparer.Ordinal, method.Parameters.Select((parameter, i) => KeyValuePair.Create(parameter.Name, new Cell(given[i]))));
        var frame = new Frame(method.Name, self, variables, declared, Purposes()) { Parameters = method.Parameters };
        foreach (var value in Yielded(method.Body, frame))
        {
            yield return Through(value, Construct.Iterators);
            frame.Purposes = Purposes();
        }

        ImmutableArray<string> Purposes() => declared ?? (Works(Construct.Helpers) ? code.Purposes : []);
    }

    private IEnumerable<Value> Yielded(ImmutableArray<Statement> block, Frame frame)
    {
        var outside = frame.Variables;
        foreach (var statement in block)
        {
            frame.Line = printed.Lines[statement];
            Step();
            switch (statement)
            {
                case Yield yield:
                    yield return Evaluate(yield.Value, frame);
                    break;
                case If branch when Yields(branch):
                    foreach (var value in Yielded(Holds(branch.Condition, frame, Construct.Branches) ? branch.Then : branch.Else, frame))
                        yield return value;
                    break;
                case Repeat loop when Yields(loop):
                    foreach (var value in Rounds(loop, frame).SelectMany(_ => Yielded(loop.Body, frame)))
                        yield return value;
                    break;
                default:
                    Run(statement, frame);
                    break;
            }
        }

        frame.Variables = outside;

        static bool Yields(Statement statement) => Nodes.StatementsWithin(statement).OfType<Yield>().Any();
    }
}
