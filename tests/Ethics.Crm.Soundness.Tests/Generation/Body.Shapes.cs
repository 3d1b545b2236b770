using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Idioms of values with parts, of references, and of methods that are called in a way of their own.</summary>
internal sealed partial class Body
{
    private void AddShapes(Options<IEnumerable<Statement>> options, List<(ClassModel Type, MemberModel Member)> data)
    {
        options.AddIf(Has(Construct.Arrays), 3, Places);
        options.AddIf(Has(Construct.Builders), 2, Collected);
        var fields = data.Where(static place => !place.Member.IsProperty).ToList();
        options.AddIf(Has(Construct.References) && Has(Construct.Assignments) && !isAsync && !isIterator, 3, () => SecondPlace(fields));
        options.AddIf(Has(Construct.Patterns) && data.Count > 0, 3, () => Taken(Choices.Of(data)));
        options.AddIf(draft.Data.Any(static type => type.IsRecord), 3, Changed);
        options.AddIf(Has(Construct.Assignments) && Has(Construct.Texts), 2, Added);
        options.AddIf(Has(Construct.LocalFunctions) && Has(Construct.Lambdas), 2, OwnFunction);
        options.AddIf(Has(Construct.Loops) && Has(Construct.Jumps) && Has(Construct.Assignments), 3, Carried);
    }

    private void AddCalls(Options<IEnumerable<Statement>> options)
    {
        options.AddIf(draft.Referring.Count > 0 && Has(Construct.Assignments), 4, () => HandedByReference(Choices.Of(draft.Referring)));
        options.AddIf(Has(Construct.Exceptions) && nested < 2, 4, Handled);
        var forms = Callable().Where(static c => c.Method is { Form: not MethodForm.Plain, Returns: TextType }).ToList();
        options.AddIf(forms.Count > 0, 4, () => [Used(Given(Choices.Of(forms)))]);
        var counted = Callable().Where(static c => c.Method is { Parameters: [{ Type: NumberType }, ..], Returns: TextType }).ToList();
        options.AddIf(counted.Count > 0, 4, () => [Used(Given(Choices.Of(counted)))]);
        var gathering = Callable().Where(static c => c.Method is { IsAsync: false, IsStatic: true, Returns: TextType } && c.Method.Parameters.Any(static p => p.IsParams || p.IsOptional)).ToList();
        options.AddIf(gathering.Count > 0, 3, () => [Used(Given(Choices.Of(gathering)))]);
    }

    /// <summary>A call that one of the labelled members goes into, where it takes text.</summary>
    private Call Given((ClassModel Owner, MethodModel Method) callee)
    {
        var call = Call(callee.Owner, callee.Method, 1);
        var texts = Enumerable.Range(0, call.Arguments.Length).Where(i => callee.Method.Parameters[i].Type is TextType).ToList();
        return texts.Count == 0 ? call : call with { Arguments = call.Arguments.SetItem(Choices.Of(texts), Labelled()) };
    }

    /// <summary>A labelled element beside another; one of them is used.</summary>
    private IEnumerable<Statement> Places()
    {
        var array = (Declare)Declared(new MakeArray(Choices.Chance(50) ? [Labelled(), Make(ModelType.Text, 0)] : [Make(ModelType.Text, 0), Make(ModelType.Text, 0)]));
        Local Array() => new(array.Name, ModelType.Texts);
        yield return array;
        if (Choices.Chance(60))
            yield return new PutElement(Array(), new Number(Choices.Below(ArrayType.Length)), Labelled());
        if (Choices.Chance(40))
        {
            var place = (Declare)Declared(new Number(Choices.Below(ArrayType.Length)));
            yield return place;
            yield return Used(new Element(Array(), new Local(place.Name, ModelType.Number)));
        }
        else
        {
            yield return Used(new Element(Array(), new Number(Choices.Below(ArrayType.Length))));
        }
    }

    private IEnumerable<Statement> Collected()
    {
        var builder = (Declare)Declared(new MakeBuilder(Make(ModelType.Text, 0)));
        return [builder, new AppendTo(new Local(builder.Name, ModelType.Builder), Labelled()), Used(new Built(new Local(builder.Name, ModelType.Builder)))];
    }

    /// <summary>A place is written under one name and read under the other.</summary>
    private IEnumerable<Statement> SecondPlace(List<(ClassModel Type, MemberModel Member)> fields)
    {
        Declare first;
        Func<Expression> place;
        switch (Choices.Below(3))
        {
            case 0 when fields.Count > 0:
                var (type, member) = Choices.Of(fields);
                first = (Declare)Declared(new Create(type.Name, []));
                place = () => new Load(new Local(first.Name, first.Value.Type), type.Name, member.Name, ModelType.Text);
                break;
            case 1 when Has(Construct.Arrays):
                first = (Declare)Declared(new MakeArray([Make(ModelType.Text, 0), Make(ModelType.Text, 0)]));
                var at = Choices.Below(ArrayType.Length);
                place = () => new Element(new Local(first.Name, ModelType.Texts), new Number(at));
                break;
            default:
                first = (Declare)Declared(Make(ModelType.Text, 0), assignable: true);
                place = () => new Local(first.Name, ModelType.Text);
                break;
        }

        var name = draft.Name("v");
        var refer = new Refer(name, place());
        variables.Add(new(name, ModelType.Text, true, IsReference: true));
        Statement written = Choices.Chance(60) ? new Assign(name, Labelled()) : place() switch
        {
            Load load => new Store(load.Target, load.Owner, load.Member, Labelled()),
            Element element => new PutElement(element.Array, element.Place, Labelled()),
            _ => new Assign(first.Name, Labelled()),
        };
        return [first, refer, written, Used(Choices.Chance(60) ? place() : new Local(name, ModelType.Text))];
    }

    /// <summary>A pattern takes a member out of an object into which a labelled value was put, or a labelled one itself.</summary>
    private IEnumerable<Statement> Taken((ClassModel Type, MemberModel Member) data)
    {
        var type = new ClassType(data.Type.Name);
        var made = (Declare)Declared(new Create(data.Type.Name, []));
        Local Object() => new(made.Name, type);
        var name = draft.Name("v");
        var labelled = data.Type.Members.Where(static member => member.IsLabelled).ToList();
        var member = labelled.Count > 0 && Choices.Chance(40) ? Choices.Of(labelled) : data.Member;
        var store = new Store(Object(), data.Type.Name, data.Member.Name, Labelled());
        var body = Nested(Choices.Between(0, 1), new Variable(name, ModelType.Text, false)).Add(Used(new Local(name, ModelType.Text)));
        return Choices.Chance(50)
            ? [made, store, new IfMatch(Object(), data.Type.Name, member.Name, name, body)]
            : [made, store, Used(new Match(Object(), data.Type.Name, member.Name, name, new Local(name, ModelType.Text)))];
    }

    /// <summary>A copy of a record with another member; one half of the one or the other is used.</summary>
    private IEnumerable<Statement> Changed()
    {
        var record = Choices.Of(draft.Data.Where(static type => type.IsRecord).ToList());
        var type = new ClassType(record.Name);
        var (changed, used) = (Choices.Of(record.Members), Choices.Of(record.Members));
        var original = (Declare)Declared(new Create(record.Name, [.. record.Members.Select(member => new Initial(member.Name, Choices.Chance(40) ? Labelled() : Make(ModelType.Text, 0)))]));
        var copy = (Declare)Declared(new With(new Local(original.Name, type), [new(changed.Name, Choices.Chance(60) ? Labelled() : Make(ModelType.Text, 0))]));
        var from = new Local(Choices.Chance(70) ? copy.Name : original.Name, type);
        if (Has(Construct.Deconstruction) && Choices.Chance(40))
        {
            var split = Deconstructed(from, new(ModelType.Text, ModelType.Text));
            return [original, copy, split, Used(new Local(Choices.Chance(50) ? split.First : split.Second, ModelType.Text))];
        }

        return [original, copy, Used(new Load(from, record.Name, used.Name, ModelType.Text))];
    }

    private IEnumerable<Statement> Added()
    {
        var declare = (Declare)Declared(Make(ModelType.Text, 0), assignable: true);
        return [declare, new Assign(declare.Name, new Derive(Derivation.Concatenation, [new Local(declare.Name, ModelType.Text), Labelled()])), Used(new Local(declare.Name, ModelType.Text))];
    }

    private IEnumerable<Statement> OwnFunction()
    {
        var isTaking = Choices.Chance(50);
        var function = (Declare)Declared(Lambda(new(isTaking), mayBeBlock: true) with { IsLocalFunction = true });
        return [function, Used(new Invoke(new Local(function.Name, function.Value.Type), isTaking ? Labelled() : null))];
    }

    /// <summary>What one round leaves in a variable, the next one finds there.</summary>
    private IEnumerable<Statement> Carried()
    {
        var first = (Declare)Declared(Make(ModelType.Text, 0), assignable: true);
        var second = (Declare)Declared(Make(ModelType.Text, 0), assignable: true);
        Statement[] round = [Used(new Local(first.Name, ModelType.Text)), new Assign(first.Name, new Local(second.Name, ModelType.Text)), new Assign(second.Name, Labelled())];
        return [first, second, new Repeat(draft.Name("i"), 3, [.. round]) { Form = (LoopForm)Choices.Between(1, 2) }];
    }

    /// <summary>A variable that a method may write, or read and write.</summary>
    private IEnumerable<Statement> HandedByReference((ClassModel Owner, MethodModel Method) callee)
    {
        var by = callee.Method.Parameters[^1].By;
        var variable = (Declare)Declared(by == Passing.Reference && Choices.Chance(60) ? Labelled() : Make(ModelType.Text, 0), assignable: true);
        var arguments = callee.Method.Parameters[..^1].Select(parameter => parameter.Type is TextType && Choices.Chance(70) ? Labelled() : Make(parameter.Type, 0)).Append(new ByReference(variable.Name, by));
        var call = new Call(null, callee.Owner.Name, callee.Method.Name, [.. arguments], callee.Method.Returns);
        return [variable, new Evaluate(call), Used(new Local(variable.Name, ModelType.Text))];
    }

    /// <summary>What is thrown here, or in a method that is called here, is caught here.</summary>
    private IEnumerable<Statement> Handled()
    {
        var name = draft.Name("v");
        var before = Nested(Choices.Between(0, 1));
        Statement throwing = draft.Throwing.Count > 0 && Choices.Chance(70) && Choices.Of(draft.Throwing) is var (owner, method)
            ? new Evaluate(Given((owner, method)))
            : Has(Construct.Branches) && Choices.Chance(50) ? new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [new Throw(Labelled())], []) : new Throw(Labelled());
        var handler = Nested(Choices.Between(0, 1)).Add(Used(Choices.Chance(80) ? new Caught(name) : Make(ModelType.Text, 1)));
        return [new Try(before.Add(throwing), name, handler)];
    }

    /// <summary>The body of a method that calls itself, or the other one, as long as its first parameter is more than nothing.</summary>
    public ImmutableArray<Statement> WriteAgain(ImmutableArray<Parameter> parameters, string owner, string next, int statements)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var block = Block(statements);
        var arguments = parameters.Skip(1).Select(parameter => parameter.Type is TextType ? Make(ModelType.Text, 1) : new Local(parameter.Name, parameter.Type));
        var again = new Call(null, owner, next, [new Less(new Local(parameters[0].Name, ModelType.Number)), .. arguments], ModelType.Text);
        return block.Add(new If(new Positive(new Local(parameters[0].Name, ModelType.Number)), [new Return(again)], [])).Add(new Return(Make(ModelType.Text, 1)));
    }

    /// <summary>A body whose statements are, for the most part, calls of the helpers, in whose place their bodies could stand.</summary>
    public ImmutableArray<Statement> WriteCalling(ImmutableArray<Parameter> parameters, IReadOnlyList<(ClassModel Owner, MethodModel Method)> helpers, int statements, ModelType returns)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var body = ImmutableArray.CreateBuilder<Statement>();
        for (var i = 0; i < statements; i++)
        {
            if (helpers.Count > 0 && Choices.Chance(70))
                body.AddRange(Helped(Choices.Of(helpers)));
            else
                body.AddRange(Block(1));
        }

        if (returns != ModelType.Nothing)
            body.Add(new Return(Make(returns, 2)));
        return body.ToImmutable();
    }

    private IEnumerable<Statement> Helped((ClassModel Owner, MethodModel Method) helper)
    {
        var call = new Call(null, helper.Owner.Name, helper.Method.Name,
            [.. helper.Method.Parameters.Select(parameter => parameter.Type is TextType && Choices.Chance(60) ? Labelled() : Make(parameter.Type, 1))], helper.Method.Returns);
        if (helper.Method.Returns == ModelType.Nothing)
            return [new Evaluate(call)];
        var result = (Declare)Declared(call);
        return Choices.Chance(60) ? [result, Used(new Local(result.Name, ModelType.Text))] : [result];
    }

    /// <summary>The body of an operator: mostly what it is given, in a new object where it returns one.</summary>
    public ImmutableArray<Statement> WriteOperator(ImmutableArray<Parameter> parameters, ClassType type, MemberModel member, ModelType returns)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var block = Block(Choices.Between(0, 1));
        var given = Choices.Of(parameters);
        Expression Text() => given.Type is TextType ? new Local(given.Name, ModelType.Text) : new Load(new Local(given.Name, type), type.Name, member.Name, ModelType.Text);
        if (returns is TextType)
            return block.Add(new Return(Choices.Chance(70) ? Text() : Make(ModelType.Text, 1)));
        if (Has(Construct.Initializers))
            return block.Add(new Return(new Create(type.Name, [new(member.Name, Text())])));
        var made = (Declare)Declared(new Create(type.Name, []));
        return block.AddRange(made, new Store(new Local(made.Name, type), type.Name, member.Name, Text()), new Return(new Local(made.Name, type)));
    }

    /// <summary>The body of a method that throws at its end, or under a condition.</summary>
    public ImmutableArray<Statement> WriteThrow(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var block = Block(Choices.Between(0, 1));
        var thrown = new Throw(Choices.Chance(60) ? Labelled() : Make(ModelType.Text, 1));
        return Has(Construct.Branches) && Choices.Chance(40) ? block.Add(new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [thrown], [])) : block.Add(thrown);
    }

    /// <summary>The body of a method that writes its last parameter.</summary>
    public ImmutableArray<Statement> WriteReferring(ImmutableArray<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false, parameter.By != Passing.Value));
        var block = Block(Choices.Between(0, 1));
        return block.Add(new Assign(parameters[^1].Name, Choices.Chance(50) ? Labelled() : Make(ModelType.Text, 1))).AddRange(Block(Choices.Between(0, 1)));
    }
}
