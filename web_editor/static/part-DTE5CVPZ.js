import{a,b}from"./part-X7DXHYBB.js";import"./part-WBX2HSQG.js";import"./part-UTKQHLRR.js";export{a as COMPARED,b as ConditionDialog};
