using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

internal sealed partial class Body
{
    /// <summary>A body that puts a labelled value at the place of the plan, among other statements.</summary>
    public ImmutableArray<Statement> WritePut(Plan plan, ImmutableArray<Parameter> parameters, int others) => WriteAround(parameters, others, () =>
    {
        var (person, type) = (parameters[0].Name, new ClassType(plan.Person.Name));
        Expression Value() => Wrapped(new Load(new Local(person, type), plan.Person.Name, plan.Source.Name, ModelType.Text));
        var holder = plan.Place.IsStatic ? null : new Local(parameters[1].Name, parameters[1].Type);
        Expression Place() => new Load(holder, plan.Holder.Name, plan.Place.Name, plan.Place.Type);
        return plan.Place.Type switch
        {
            ListType => new Append(Place(), Value()),
            TableType => new PutEntry(Place(), Choices.Of(TableType.Keys), Value()),
            ArrayType => new PutElement(Place(), new Number(Choices.Below(ArrayType.Length)), Value()),
            BuilderType => new AppendTo(Place(), Value()),
            PairType => new Store(holder, plan.Holder.Name, plan.Place.Name, Choices.Chance(50) ? new MakePair(Value(), Make(ModelType.Text, 0)) : new MakePair(Make(ModelType.Text, 0), Value())),
            FunctionType function => PutFunction(plan, holder, function, Value),
            _ => new Store(holder, plan.Holder.Name, plan.Place.Name, Value()),
        };
    });

    /// <summary>A body that uses what lies at the place of the plan, among other statements.</summary>
    public ImmutableArray<Statement> WriteTake(Plan plan, ImmutableArray<Parameter> parameters, int others) => WriteAround(parameters, others, () =>
    {
        var holder = plan.Place.IsStatic ? null : new Local(parameters[0].Name, parameters[0].Type);
        Expression place = new Load(holder, plan.Holder.Name, plan.Place.Name, plan.Place.Type);
        Expression taken = plan.Place.Type switch
        {
            ListType => new ElementAt(place, true),
            TableType => new Lookup(place, Choices.Of(TableType.Keys)),
            ArrayType => new Element(place, new Number(Choices.Below(ArrayType.Length))),
            BuilderType => new Built(place),
            PairType => new HalfOf(place, Choices.Chance(50)),
            FunctionType { TakesText: true } => new Invoke(place, Make(ModelType.Text, 0)),
            FunctionType => new Invoke(place, null),
            _ => place,
        };
        return new Use(++draft.Probes, Wrapped(taken));
    });

    private ImmutableArray<Statement> WriteAround(ImmutableArray<Parameter> parameters, int others, Func<Statement> planned)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var before = Choices.Between(0, others);
        var first = Block(before);
        return first.Add(planned()).AddRange(Block(others - before));
    }

    private Store PutFunction(Plan plan, Expression? holder, FunctionType type, Func<Expression> value)
    {
        var parameter = type.TakesText ? draft.Name("p") : null;
        // The lambda reads when it is called, or takes along what was read.
        var known = variables.LastOrDefault(static v => v is { Type: TextType, IsReference: false });
        if (known is null || Choices.Chance(40))
            return new(holder, plan.Holder.Name, plan.Place.Name, new Lambda(parameter, [new Return(value())]));
        return new(holder, plan.Holder.Name, plan.Place.Name, new Lambda(parameter, [new Return(Wrapped(new Local(known.Name, known.Type)))]));
    }

    private Expression Wrapped(Expression text) => Choices.Below(6) switch
    {
        0 when Has(Construct.Texts) => new Derive(Derivation.Concatenation, [new Literal(draft.Name("t")), text]),
        1 when Has(Construct.Measures) => new Derive(Derivation.Length, [text]),
        2 when draft.Callable.Where(static c => c.Method is { Parameters: [{ Type: TextType }], Returns: TextType, IsAsync: false, IsStatic: true }).ToList() is { Count: > 0 } through =>
            Choices.Of(through) is var (owner, method) ? new Call(null, owner.Name, method.Name, [text], method.Returns) : text,
        _ => text,
    };
}
