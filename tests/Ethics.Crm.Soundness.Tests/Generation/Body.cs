using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Writes the body of one method, well-typed by construction: only what is in scope is named, and only earlier methods are called.</summary>
/// <param name="self">The class whose object is at hand, or null.</param>
/// <param name="purposes">What the code declares; empty when nothing.</param>
internal sealed partial class Body(Draft draft, ClassModel? self, ImmutableArray<string> purposes, bool isAsync)
{
    private readonly List<Variable> variables = [];
    private ImmutableArray<string> purposes = purposes;
    private bool isAsync = isAsync;
    private bool inLambda;
    private bool isIterator;
    private int nested;

    /// <summary>What is handed back.</summary>
    /// <param name="statements">About how many statements.</param>
    public ImmutableArray<Statement> Write(IEnumerable<Parameter> parameters, int statements, ModelType returns)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, parameter.By != Passing.Value, parameter.By != Passing.Value));
        var body = Block(statements);
        return returns == ModelType.Nothing ? body : body.Add(new Return(Make(returns, 2)));
    }

    private Choices Choices => draft.Choices;

    private bool Has(Construct construct) => draft.Repertoire.Has(construct);

    /// <summary>Statements after which the variables that they declare stay in scope.</summary>
    private ImmutableArray<Statement> Block(int count)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        for (var i = 0; i < count; i++)
        {
            if (Has(Construct.Locals) && !inLambda && Choices.Chance(25))
                statements.AddRange(Idiom());
            else
                statements.Add(Statement());
        }

        return statements.ToImmutable();
    }

    /// <summary>Statements with a scope of their own.</summary>
    private ImmutableArray<Statement> Nested(int count, params IEnumerable<Variable> own)
    {
        var known = variables.Count;
        variables.AddRange(own);
        nested++;
        var block = Block(count);
        nested--;
        variables.RemoveRange(known, variables.Count - known);
        return block;
    }

    private Statement Declared(Expression value, bool assignable = false)
    {
        var name = draft.Name("v");
        var declare = new Declare(name, value);
        variables.Add(new(name, value.Type, assignable));
        return declare;
    }

    /// <param name="IsReference">Another name of a place, which no function may take along.</param>
    private sealed record Variable(string Name, ModelType Type, bool Assignable, bool IsReference = false);
}
