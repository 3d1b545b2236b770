using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>Exceptions, on C#'s own: filters are asked before anything ends, and ends come on the way.</summary>
internal sealed partial class Interpreter
{
    private void Attempt(Try attempt, Frame frame)
    {
        var outside = Surroundings.Of(frame);
        try
        {
            Run(attempt.Body, frame);
        }
        catch (ThrownException thrown) when (Takes(attempt, thrown, outside, frame))
        {
            outside.Restore(frame);
            frame.Variables = outside.Variables.SetItem(attempt.Name, new Cell(new FaultValue(thrown.Text)));
            Run(attempt.Handler, frame);
            frame.Variables = outside.Variables;
        }
    }

    /// <summary>Asked where it is thrown, before anything on the way ends: what is done in the end comes later, here as in C#.</summary>
    private bool Takes(Try attempt, ThrownException thrown, Surroundings outside, Frame frame)
    {
        if (attempt.Filter is not { } filter)
            return true;
        var (inside, line) = (Surroundings.Of(frame), frame.Line);
        outside.Restore(frame);
        frame.Variables = outside.Variables.SetItem(attempt.Name, new Cell(new FaultValue(thrown.Text)));
        frame.Line = printed.Lines[filter];
        try
        {
            return Holds(filter, frame, Construct.Filters);
        }
        catch (ThrownException)
        {
            // A filter that throws takes nothing, and no program does it that is to be judged.
            result.Steps = StepLimit;
            return false;
        }
        finally
        {
            inside.Restore(frame);
            frame.Line = line;
        }
    }

    private void Ensured(Ensure ensure, Frame frame)
    {
        var outside = Surroundings.Of(frame);
        try
        {
            Run(ensure.Body, frame);
        }
        finally
        {
            if (Works(Construct.Finally))
            {
                var (returned, given) = (frame.Returned, frame.Result);
                outside.Restore(frame);
                frame.Returned = false;
                Run(ensure.Final, frame);
                (frame.Returned, frame.Result) = (returned, given);
            }
        }
    }

    /// <summary>What a block finds around it.</summary>
    private sealed record Surroundings(ImmutableDictionary<string, Cell> Variables, ImmutableArray<string>? Declared, ImmutableArray<string> Purposes)
    {
        public static Surroundings Of(Frame frame) => new(frame.Variables, frame.Declared, frame.Purposes);

        public void Restore(Frame frame) => (frame.Variables, frame.Declared, frame.Purposes) = (Variables, Declared, Purposes);
    }
}
