import{a,b}from"./part-3FGG4ELT.js";import"./part-WBX2HSQG.js";import"./part-F7DEP27M.js";export{a as COMPARED,b as ConditionDialog};
