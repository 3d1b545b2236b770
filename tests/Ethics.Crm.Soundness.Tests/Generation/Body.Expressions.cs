using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

internal sealed partial class Body
{
    /// <summary>An expression of the type.</summary>
    /// <param name="depth">How deep it may be at most.</param>
    private Expression Make(ModelType type, int depth)
    {
        var options = new Options<Expression>();
        var isText = type is TextType;
        foreach (var variable in variables.Where(variable => variable.Type == type))
            options.Add(isText ? 4 : 6, () => new Local(variable.Name, variable.Type));
        if (self is not null && type is ClassType { Name: var own } && own == self.Name)
            options.Add(2, () => new Self(self.Name));
        foreach (var place in Members().Where(place => place.Member.Type == type).ToList())
            options.Add(Weight(place.Member), place.Load);
        if (type is NumberType)
            options.Add(1, () => new Number(Choices.Below(ArrayType.Length)));
        if (depth > 0)
        {
            AddComposed(options, type, depth);
            if (isText)
                AddTexts(options, depth);
        }

        if (options.IsEmpty || isText && variables.All(static v => v.Type is not TextType) && Choices.Chance(20))
            return Simplest(type);
        return options.Pick(Choices);
    }

    /// <summary>Code reads what it may more often than what it may not, else every program would be wrong at its first line.</summary>
    private int Weight(MemberModel member) => member switch
    {
        { IsLabelled: false } => 3,
        _ when purposes.IsEmpty => 2,
        _ => purposes.All(purpose => Interpretation.Purposes.Permits(member.Label, purpose)) ? 10 : 1,
    };

    private void AddComposed(Options<Expression> options, ModelType type, int depth)
    {
        foreach (var (owner, method) in Callable().Where(c => c.Method.Returns == type))
            options.Add(2, () => Awaited(Call(owner, method, depth - 1)));
        // What a choice between two functions is has no type by itself.
        options.AddIf(Has(Construct.Choices) && type is not FunctionType && (type is TextType || variables.Any(variable => variable.Type == type)), 1,
            () => new Choice(Condition(), Make(type, depth - 1), Make(type, depth - 1)) { IsSwitch = Has(Construct.Patterns) && Choices.Chance(30) });
        if (type is ClassType { Name: var record } && draft.IsRecord(record))
            options.Add(2, () => new With(Make(type, depth - 1), [new(Choices.Of(draft.Classes.First(one => one.Name == record).Members).Name, Make(ModelType.Text, depth - 1))]));
        foreach (var variable in variables.Where(variable => variable.Type is PromiseType promise && promise.Result == type))
            options.Add(6, () => new Await(new Local(variable.Name, variable.Type)));
        if (type is ListType or TableType or PairType or ArrayType or BuilderType or NamelessType)
            options.Add(3, () => Simplest(type, depth));
    }

    private void AddTexts(Options<Expression> options, int depth)
    {
        Expression Text() => Make(ModelType.Text, depth - 1);
        options.AddIf(Has(Construct.Texts), 2, () => new Derive(Derivation.Concatenation, [Text(), Text()]));
        options.AddIf(Has(Construct.Texts), 1, () => new Derive(Choices.Chance(50) ? Derivation.Interpolation : Derivation.UpperCase, [Text()]));
        options.AddIf(Has(Construct.Measures), 1, () => Choices.Chance(50) ? new Derive(Derivation.Length, [Text()]) : new Derive(Derivation.Equality, [Text(), Text()]));
        options.AddIf(Has(Construct.Formats), 1, () => Choices.Chance(50) ? new Derive(Derivation.Format, [Text(), Text()]) : new Derive(Derivation.Span, [Text()]));
        foreach (var array in Holding(ModelType.Texts))
            options.Add(3, () => new Element(array(), Make(ModelType.Number, 0)));
        foreach (var builder in Holding(ModelType.Builder))
            options.Add(3, () => new Built(builder()));
        var objects = Members().Where(static place => place.Member is { Type: TextType, IsStatic: false }).ToList();
        options.AddIf(Has(Construct.Patterns) && objects.Count > 0 && !inLambda, 1, () => Matched(Choices.Of(objects), depth));
        foreach (var nameless in variables.Where(static variable => variable.Type is NamelessType).ToList())
            options.Add(3, () => new MemberOf(new Local(nameless.Name, ModelType.Nameless), Choices.Of(NamelessType.Members)));
        foreach (var list in Holding(new ListType(ModelType.Text)))
            options.Add(3, () => new ElementAt(list(), Choices.Chance(70)));
        foreach (var table in Holding(new TableType(ModelType.Text)))
            options.Add(3, () => new Lookup(table(), Choices.Of(TableType.Keys)));
        foreach (var pair in Holding(new PairType(ModelType.Text, ModelType.Text)))
            options.Add(3, () => new HalfOf(pair(), Choices.Chance(50)));
        foreach (var function in Holding(new FunctionType(false)))
            options.AddIf(!inLambda, 4, () => new Invoke(function(), null));
        foreach (var function in Holding(new FunctionType(true)))
            options.AddIf(!inLambda, 4, () => new Invoke(function(), Text()));
    }

    private Match Matched(Reachable place, int depth)
    {
        var name = draft.Name("v");
        var known = variables.Count;
        var from = place.Target()!;
        variables.Add(new(name, ModelType.Text, false));
        var result = Choices.Chance(60) ? new Local(name, ModelType.Text) : Make(ModelType.Text, depth - 1);
        variables.RemoveRange(known, variables.Count - known);
        return new(from, place.Owner, place.Member.Name, name, result);
    }

    /// <summary>Ways to something of the type that exists.</summary>
    private List<Func<Expression>> Holding(ModelType type) =>
    [
        .. variables.Where(variable => variable.Type == type).Select(static variable => (Func<Expression>)(() => new Local(variable.Name, variable.Type))),
        .. Members().Where(place => place.Member.Type == type).Select(static place => (Func<Expression>)place.Load),
    ];

    private Expression Simplest(ModelType type, int depth = 0)
    {
        Expression Part(ModelType part) => depth > 0 ? Make(part, depth - 1) : Simplest(part);
        return type switch
        {
            TextType => new Literal(draft.Name("t")),
            ClassType instance => Created(instance, depth),
            InterfaceType implemented => Choices.Of(draft.Classes.Where(c => c.Implements == implemented.Name).ToList()) is var chosen
                ? new Upcast(new Create(chosen.Name, []), implemented.Name) : null!,
            ListType list => new MakeList(list.Element, [Part(list.Element)]),
            TableType table => new MakeTable(table.Value, [.. TableType.Keys.Select(_ => Part(table.Value))]),
            NumberType => new Number(Choices.Below(ArrayType.Length)),
            ArrayType array => new MakeArray([Part(array.Element), Part(array.Element)]),
            BuilderType => new MakeBuilder(Part(ModelType.Text)),
            NamelessType => new MakeNameless(Part(ModelType.Text), Part(ModelType.Text)),
            PairType pair => new MakePair(Part(pair.First), Part(pair.Second)),
            FunctionType function => Lambda(function),
            _ => throw new InvalidOperationException(type.ToString()),
        };
    }

    private Create Created(ClassType instance, int depth)
    {
        if (draft.IsRecord(instance.Name))
            return new(instance.Name, [.. draft.Classes.First(type => type.Name == instance.Name).Members.Select(member => new Initial(member.Name, depth > 0 ? Make(ModelType.Text, depth - 1) : Simplest(ModelType.Text)))]);
        var free = draft.Classes.First(type => type.Name == instance.Name).Members.Where(static member => !member.IsStatic && member.Type is TextType && !member.IsLabelled).ToList();
        return Has(Construct.Initializers) && depth > 0 && free.Count > 0 && Choices.Chance(60)
            ? new(instance.Name, [new(Choices.Of(free).Name, Make(ModelType.Text, depth - 1))])
            : new(instance.Name, []);
    }

    /// <param name="mayBeBlock">Only where nothing follows it in its statement, so that the lines of what follows are the statement's.</param>
    private Lambda Lambda(FunctionType type, bool mayBeBlock = false)
    {
        var parameter = type.TakesText ? draft.Name("p") : null;
        var isBlock = mayBeBlock && Choices.Chance(40) && nested < 2 && !inLambda;
        var body = InLambda(() => (isBlock ? Block(1) : []).Add(new Return(Make(ModelType.Text, 1))), parameter);
        return new(parameter, body);
    }

    private IEnumerable<(ClassModel Owner, MethodModel Method)> Callable() =>
        draft.Callable.Where(c => !c.Method.IsAsync || isAsync || !inLambda);

    private static Expression Awaited(Call call) => call.Type is PromiseType ? new Await(call) : call;

    private Call Call(ClassModel owner, MethodModel method, int depth)
    {
        // A method that is not static is called on an object; one that implements an interface may be called through it.
        var isThroughInterface = owner.Implements is not null;
        var target = method.IsStatic ? null : isThroughInterface ? Make(new InterfaceType(owner.Implements!), depth) : Make(new ClassType(owner.Name), depth);
        var arguments = method.Parameters.Select(parameter => parameter.IsParams && Choices.Chance(80) ? Simplest(parameter.Type, depth + 1) : Make(parameter.Type, depth)).ToImmutableArray();
        var type = method.IsAsync ? new PromiseType(method.Returns) : method.Returns;
        if (method.Parameters is [.., { IsOptional: true }] && Choices.Chance(50))
            arguments = arguments.RemoveAt(arguments.Length - 1);
        // What is gathered has no name.
        var isNamed = Has(Construct.ArgumentForms) && method.Form == MethodForm.Plain && arguments.Length > 1 && !method.Parameters.Any(static p => p.IsParams) && Choices.Chance(20);
        return new(target, isThroughInterface ? owner.Implements! : owner.Name, method.Name, arguments, type) { IsNamed = isNamed };
    }
}
